// Where the query cache keeps the projects, and which changes of them are under way.

export const keys = { all: ["projects"] as const, archiving: ["projects", "archiving"] as const };
