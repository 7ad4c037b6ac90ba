// Short names for the shapes on the wire.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Task = Schemas["TaskRead"];
export type TaskCard = Schemas["TaskCardRead"];
export type NewTask = Schemas["TaskCreate"];
export type TaskEdit = Schemas["TaskUpdate"];
export type Comment = Schemas["CommentRead"];
export type TaskEvent = Schemas["EventRead"];
export type Status = TaskCard["status"];
export type Priority = TaskCard["priority"];
export type User = Schemas["UserRead"];
export type ProfileEdit = Schemas["ProfileUpdate"];
export type Notification = Schemas["Notification"];
export type Channel = Schemas["Channel"];
export type Role = User["role"];
export type Person = Schemas["PersonRead"];
export type Project = Schemas["ProjectRead"];
export type Stats = Schemas["StatsRead"];
export type TrashedTask = Schemas["TrashedTaskRead"];
export type InboxEntry = Schemas["InboxEntryRead"];
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Everybody the caller may know of, by id. */
export type People = ReadonlyMap<string, Person>;
