// Short lists fetched whole, page after page.
import type { Page } from "./types";

type Cursor = { cursor?: string };

export async function allPages<Item>(fetchPage: (cursor: Cursor) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: Cursor | null = {};
  while (cursor) {
    const page: Page<Item> = await fetchPage(cursor);
    items.push(...page.items);
    cursor = page.nextCursor === null ? null : { cursor: page.nextCursor };
  }
  return items;
}
