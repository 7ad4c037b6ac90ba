// Archives a project once the time to undo it has passed: the API knows no way back.
import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi } from "../../api/client";
import { answer, asFailure } from "../../api/problem";
import { keptWhileOffline } from "../../api/queryClient";
import type { Project } from "../../api/types";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { projects as words } from "../../words/projects";
import { keys } from "./keys";

/** As long as the message that offers the way back is up. */
const UNDO_MS = 8_000;

type Decision = {
  /** Whether it is to be done: known after a while, or at once when the page goes away. */
  made: Promise<boolean>;
  /** False when it is too late for that. */
  undo: () => boolean;
};

type Archiving = { project: Project; decision: Decision };

export function useArchivingIds(): ReadonlySet<string> {
  const pending = useMutationState({
    filters: { mutationKey: keys.archiving, status: "pending" },
    select: (mutation) => (mutation.state.variables as Archiving).project.id,
  });
  return new Set(pending);
}

function decideSoon(): Decision {
  let settle: (isSure: boolean) => void = () => undefined;
  let isOpen = true;
  const made = new Promise<boolean>((resolve) => {
    settle = (isSure) => {
      isOpen = false;
      clearTimeout(timer);
      window.removeEventListener("pagehide", goAhead);
      resolve(isSure);
    };
  });
  const goAhead = () => {
    settle(true);
  };
  const timer = setTimeout(goAhead, UNDO_MS);
  window.addEventListener("pagehide", goAhead);
  const undo = () => {
    const isInTime = isOpen;
    settle(false);
    return isInTime;
  };
  return { made, undo };
}

export function useArchive(): (project: Project) => void {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation({
    ...keptWhileOffline,
    mutationKey: keys.archiving,
    mutationFn: async ({ project, decision }: Archiving) => {
      if (!(await decision.made)) return;
      const params = { path: { projectId: project.id } };
      const archived = await answer(api.POST("/api/v1/projects/{projectId}/archive", { params, keepalive: true }));
      client.setQueryData<Project[]>(keys.all, (known) => known?.map((each) => (each.id === archived.id ? archived : each)));
    },
    onError: (error, { project }) => {
      toast({ kind: "failure", title: words.notArchived(project.name), failure: asFailure(error) });
    },
  });
  return useCallback(
    (project: Project) => {
      const decision = decideSoon();
      mutate({ project, decision });
      const onAction = () => {
        if (!decision.undo()) toast({ kind: "failure", title: words.archivedAlready(project.name) });
      };
      toast({ title: words.archiving(project.name), action: { label: strings.undo.label, onAction } });
    },
    [mutate, toast],
  );
}

/** The project that is there from the start: the API puts a new task there by default, and does not archive it. */
export function isGeneral({ id }: Project): boolean {
  return /^0+$/.test(id);
}
