// How the tasks of each project stand: a table where there is room, a card per project where there is not.
import type { Stats } from "../../api/types";
import { strings } from "../../strings";
import { useWide } from "../../ui/useWide";
import { overview as words } from "../../words/overview";
import { Figure } from "./Figure";
import { KINDS, sharesOf, type Links } from "./kinds";
import type { GlyphOf } from "./Overview";
import { StatusBar } from "./StatusBar";

const { statuses } = strings.tasks;

type ProjectTableProps = {
  projects: Stats["projects"];
  projectNames: ReadonlyMap<string, string>;
  links: Links;
  glyphOf: GlyphOf;
};

type ProjectStats = Stats["projects"][number];
type Named = { project: ProjectStats; name: string };

export function ProjectTable({ projects, projectNames, links, glyphOf }: ProjectTableProps) {
  const wide = useWide();
  const named = projects
    .map((project) => ({ project, name: projectNames.get(project.projectId) ?? "" }))
    .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <section aria-label={words.byProject}>
      <h2 className="mb-2 text-sm font-medium">{words.byProject}</h2>
      {wide ? <Table named={named} links={links} glyphOf={glyphOf} /> : <Cards named={named} links={links} glyphOf={glyphOf} />}
    </section>
  );
}

type Shown = { named: Named[]; links: Links; glyphOf: GlyphOf };

function Table({ named, links, glyphOf }: Shown) {
  return (
    <table className="w-full overflow-hidden rounded-lg border-separate border-spacing-0 border border-line bg-surface text-sm tabular-nums">
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col" className="px-3 py-2 text-left font-medium">
            {words.project}
          </th>
          <td className="w-40" />
          {KINDS.map((kind) => (
            <th key={kind} scope="col" className="px-2 py-2 text-right font-medium whitespace-nowrap">
              <span className="inline-flex items-center gap-1 align-middle">
                {glyphOf(kind)}
                {statuses[kind]}
              </span>
            </th>
          ))}
          <th scope="col" className="px-3 py-2 text-right font-medium">
            {words.overdue}
          </th>
        </tr>
      </thead>
      <tbody>
        {named.map(({ project, name }) => (
          <tr key={project.projectId} className="*:border-t *:border-line">
            <th scope="row" className="max-w-56 truncate px-3 py-1.5 text-left font-medium">
              {name}
            </th>
            <td className="px-2">
              <StatusBar shares={sharesOf(project.byStatus)} />
            </td>
            {KINDS.map((kind) => (
              <td key={kind} className="px-2 py-1.5 text-right">
                <Figure count={project.byStatus[kind] ?? 0} kind={statuses[kind]} project={name} to={links(project.projectId, kind)} />
              </td>
            ))}
            <td className={`px-3 py-1.5 text-right ${project.overdue > 0 ? "text-danger" : ""}`}>
              <Figure count={project.overdue} kind={words.overdue} project={name} to={links(project.projectId, "OVERDUE")} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ named, links, glyphOf }: Shown) {
  return (
    <ul className="flex flex-col gap-3">
      {named.map(({ project, name }) => (
        <li key={project.projectId} className="rounded-lg border border-line bg-surface p-3">
          <h3 className="truncate font-medium">{name}</h3>
          <div className="my-2">
            <StatusBar shares={sharesOf(project.byStatus)} />
          </div>
          <dl className="grid grid-cols-2 gap-x-4 text-sm tabular-nums">
            {KINDS.map((kind) => (
              <div key={kind} className="flex items-center gap-1.5">
                {glyphOf(kind)}
                <dt className="flex-1 text-muted">{statuses[kind]}</dt>
                <dd className="text-right">
                  <Figure count={project.byStatus[kind] ?? 0} kind={statuses[kind]} project={name} to={links(project.projectId, kind)} />
                </dd>
              </div>
            ))}
            <div className={`flex items-center gap-1.5 ${project.overdue > 0 ? "text-danger" : ""}`}>
              <dt className="flex-1 pl-[22px] text-muted">{words.overdue}</dt>
              <dd className="text-right">
                <Figure count={project.overdue} kind={words.overdue} project={name} to={links(project.projectId, "OVERDUE")} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
