/** How high an SVG of ours is, in its own unit. */
export function heightOf(svg: string): number {
  return Number(/^<svg[^>]* height="([\d.]+)"/.exec(svg)?.[1] ?? 0)
}
