// How much is to be done in each project, from the counts of the overview to whoever shows projects.
import type { ProjectCounts } from "../features/projects/counts";
import { unfinishedIn, useStats } from "../features/overview/queries";

export function useProjectCounts(): ProjectCounts {
  const { data } = useStats();
  return new Map(data?.projects.map((project) => [project.projectId, { unfinished: unfinishedIn(project.byStatus), overdue: project.overdue }]));
}
