// What the pages hand to the tasks they show: who looks, the people, the projects and today's date.
import { usePeople } from "../features/people/queries";
import { useProjectsByState } from "../features/projects/queries";
import { useMe } from "../session/Session";
import { useToday } from "../ui/useToday";

export function useWorkspace() {
  const me = useMe();
  const people = usePeople();
  const { data: projects, active } = useProjectsByState();
  const projectNames = new Map(projects?.map((project) => [project.id, project.name]));
  /** Nothing new can be put into the others. */
  const openProjects = new Map(active?.map((project) => [project.id, project.name]));
  return { me, people, projectNames, openProjects, today: useToday(me.timeZone) };
}
