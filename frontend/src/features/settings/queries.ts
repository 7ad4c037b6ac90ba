// What people change of their own profile, and the mails they stop; a switch shows at once and goes back when refused.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi } from "../../api/client";
import { answer, asFailure } from "../../api/problem";
import type { Channel, Notification, ProfileEdit, User } from "../../api/types";
import { meKey } from "../../session/Session";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";

type Words = { done: string; failed: string };

/** Saves and then shows it; says what became of it either way. */
export function useEditProfile() {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    scope: { id: "profile" },
    mutationFn: ({ edit }: { edit: ProfileEdit; words: Words }) => answer(api.PATCH("/api/v1/users/me", { body: edit })),
    onSuccess: (me, { words }) => {
      client.setQueryData<User>(meKey, me);
      toast({ title: words.done });
    },
    onError: (error, { words }) => {
      toast({ kind: "failure", title: words.failed, failure: asFailure(error) });
    },
  });
}

/** Whether somebody is told of something by a channel, switched on or off. */
export type Switched = { notification: Notification; channel: Channel; on: boolean };

function channelsWith(me: User, { notification, channel, on }: Switched): Channel[] {
  const others = (me.notifications[notification] ?? []).filter((known) => known !== channel);
  return on ? [...others, channel] : others;
}

export function useSwitchNotification(): (switched: Switched) => void {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const show = useCallback(
    (switched: Switched) => {
      client.setQueryData<User>(
        meKey,
        (me) => me && { ...me, notifications: { ...me.notifications, [switched.notification]: channelsWith(me, switched) } },
      );
    },
    [client],
  );
  const { mutate } = useMutation({
    mutationKey: meKey,
    scope: { id: "profile" },
    mutationFn: ({ notification, channels }: Switched & { channels: Channel[] }) =>
      answer(api.PATCH("/api/v1/users/me", { body: { notifications: { [notification]: channels } } })),
    onError: (error, switched) => {
      // Only this switch goes back: others may have been used since.
      show({ ...switched, on: !switched.on });
      const { channels, whens, notSwitched } = strings.settings;
      const title = notSwitched(channels[switched.channel], whens[switched.notification]);
      toast({ kind: "failure", title, failure: asFailure(error) });
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey: meKey }) === 1) void client.invalidateQueries({ queryKey: meKey });
    },
  });
  return useCallback(
    (switched: Switched) => {
      void client.cancelQueries({ queryKey: meKey });
      show(switched);
      const channels = client.getQueryData<User>(meKey)?.notifications[switched.notification] ?? [];
      mutate({ ...switched, channels });
    },
    [client, mutate, show],
  );
}

/** Works for whoever holds the link of a mail, signed in or not. */
export function useStopMails() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => answer(api.POST("/api/v1/unsubscribe", { params: { query: { token } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  });
}
