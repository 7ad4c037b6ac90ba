// How many tasks of a project are still to be done, as whoever shows projects hands it to them.

export type ProjectCounts = ReadonlyMap<string, { unfinished: number; overdue: number }>;
