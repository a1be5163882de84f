/** Looks until something is there; undefined if it is not within `patience` milliseconds of real time. */
export async function until<Found>(
  look: () => Found | undefined,
  patience: number,
  pause = 20,
): Promise<Found | undefined> {
  const end = performance.now() + patience
  for (;;) {
    const found = look()
    if (found !== undefined || performance.now() > end) return found
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
