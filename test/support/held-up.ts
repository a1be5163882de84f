// How long nobody got an answer: the longest time the process's one thread was not given back.

/** Does some work and tells how long, in milliseconds, anything else had to wait at the most. */
export async function longestHoldUp(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  let goesOn = true
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (goesOn) setImmediate(look)
  }
  setImmediate(look)
  await work()
  look()
  goesOn = false
  return longest
}
