// What people can be told about, in the order in which the settings list it.
import type { Notification } from "../../api/types";

export const NOTIFICATIONS: Notification[] = ["ASSIGNED", "UNASSIGNED", "STATUS_CHANGED", "COMMENTED", "DUE_SOON", "OVERDUE"];
