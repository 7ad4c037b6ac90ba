// What the pages hand to the tasks they show: who looks, the people, the projects and today's date.
import { usePeople } from "../features/people/queries";
import { useProjects } from "../features/projects/queries";
import { useMe } from "../session/Session";
import { todayIn } from "../ui/calendarDate";

export function useWorkspace() {
  const me = useMe();
  const people = usePeople();
  const { data: projects } = useProjects();
  const projectNames = new Map(projects?.map((project) => [project.id, project.name]));
  return { me, people, projectNames, today: todayIn(me.timeZone) };
}
