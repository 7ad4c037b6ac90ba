// What people can be told about and how, in the order in which the settings list it.
import { kindsOf } from "../../api/kinds";
import type { Channel, Notification } from "../../api/types";
import { strings } from "../../strings";

export const NOTIFICATIONS = kindsOf<Notification>(strings.settings.whens);
export const CHANNELS = kindsOf<Channel>(strings.settings.channels);
