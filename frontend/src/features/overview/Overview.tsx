// How the tasks stand: in all, by status, and per project; every number leads to the tasks it counts.
import { ChartNoAxesColumn } from "lucide-react";
import type { ReactNode } from "react";
import { asFailure } from "../../api/problem";
import type { Stats } from "../../api/types";
import { useMe } from "../../session/Session";
import { strings } from "../../strings";
import { NotUpToDate } from "../../ui/NotUpToDate";
import { Empty, Failure } from "../../ui/Notice";
import { Skeletons } from "../../ui/Skeleton";
import { overview as words } from "../../words/overview";
import { Figure } from "./Figure";
import { KINDS, sharesOf, type Kind, type Links } from "./kinds";
import { ProjectTable } from "./ProjectTable";
import { allIn, unfinishedIn, useStats } from "./queries";
import { StatusBar } from "./StatusBar";

export type GlyphOf = (kind: Kind) => ReactNode;

type OverviewProps = {
  /** Whose tasks are counted. */
  of: "team" | "me";
  projectNames: ReadonlyMap<string, string>;
  links: Links;
  glyphOf: GlyphOf;
};

export function Overview({ of, projectNames, links, glyphOf }: OverviewProps) {
  const { timeZone } = useMe();
  const stats = useStats();
  const { data, error, isPending, refetch } = stats;
  if (isPending) return <Skeletons count={5} className="h-12 w-full" />;
  if (!data) return <Failure title={words.failed} failure={asFailure(error)} onRetry={() => void refetch()} />;
  const isTeam = of === "team";
  if (allIn(data.byStatus) === 0)
    return <Empty icon={ChartNoAxesColumn} title={words.empty} text={isTeam ? words.emptyTeam : words.emptyMember} />;
  return (
    <>
      <NotUpToDate of={[stats]} timeZone={timeZone} />
      <p className="mb-5 text-sm text-muted">{isTeam ? words.ofTeam : words.ofMember}</p>
      <Sums stats={data} links={links} glyphOf={glyphOf} />
      <ProjectTable projects={data.projects} projectNames={projectNames} links={links} glyphOf={glyphOf} />
    </>
  );
}

function Sums({ stats, links, glyphOf }: { stats: Stats; links: Links; glyphOf: GlyphOf }) {
  const { byStatus, overdue, projects } = stats;
  // A sum over several projects has a list of its own only where one list holds them all.
  const projectId = projects.length === 1 ? (projects[0]?.projectId ?? null) : null;
  const link = (kind: Kind | "UNFINISHED" | "OVERDUE") => links(projectId, kind);
  return (
    <section aria-label={words.byStatus} className="mb-8">
      <div className="mb-4 flex flex-wrap gap-x-10 gap-y-3">
        <Sum name={words.unfinished} count={unfinishedIn(byStatus)} to={link("UNFINISHED")} />
        <Sum name={words.overdue} count={overdue} to={link("OVERDUE")} tone={overdue > 0 ? "text-danger" : ""} />
      </div>
      <StatusBar shares={sharesOf(byStatus)} tall />
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        {KINDS.map((kind) => (
          <li key={kind} className="flex items-center gap-1.5 text-sm">
            {glyphOf(kind)}
            <span className="text-muted">{strings.tasks.statuses[kind]}</span>
            <Figure count={byStatus[kind] ?? 0} kind={strings.tasks.statuses[kind]} to={link(kind)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sum({ name, count, to, tone = "" }: { name: string; count: number; to: string | null; tone?: string }) {
  return (
    <div>
      <p className="text-sm text-muted">{name}</p>
      <p className={`text-xl font-semibold ${tone}`}>
        <Figure count={count} kind={name} to={to} />
      </p>
    </div>
  );
}
