/**
 * All items of a listing, whose paginator asks for one page after the other.
 *
 * @param pages - From a paginator of the AWS SDK, such as `paginateListQueues`.
 * @param itemsOf - What a page holds; it may have none.
 */
export async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}
