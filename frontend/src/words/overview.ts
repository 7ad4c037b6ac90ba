// What is said about how many tasks there are.

export const overview = {
  title: "Overview",
  failed: "The counts can't be loaded",
  ofTeam: "All projects that are not archived.",
  ofMember: "The tasks assigned to you.",
  empty: "Nothing to count yet",
  emptyTeam: "As soon as a project holds tasks, this page says how they stand.",
  emptyMember: "As soon as someone hands you a task, this page says how yours stand.",
  unfinished: "Unfinished",
  overdue: "Overdue",
  byStatus: "By status",
  byProject: "By project",
  project: "Project",
  count: (count: number, kind: string) => `${String(count)} ${kind}`,
  inProject: (count: number, kind: string, project: string) => `${String(count)} ${kind} in ${project}`,
};
