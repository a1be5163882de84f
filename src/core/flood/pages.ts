import type { Flood, Listed } from './flood.ts'

/** How many conversations a page of the list shows. */
export const pageSize = 20

/** One page of what waits in a flood's list, in the order it came: pages count from 1, and one that is not there
 * any more is the last. */
export function pageOf(
  { listed }: Flood,
  wanted: number,
): { listed: readonly Listed[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(listed.length / pageSize))
  const page = Math.min(Math.max(1, wanted), pages)
  return { listed: listed.slice((page - 1) * pageSize, page * pageSize), page, pages }
}
