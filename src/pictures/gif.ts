/** Whether the blocks of a GIF lead to its end: what decodes it shows half a film and says nothing. */
export function isWholeGif(gif: Uint8Array): boolean {
  const byte = (at: number) => gif[at] ?? 0
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + colours(byte(10))
  while (at < gif.length) {
    const introducer = byte(at)
    if (introducer === 0x3b) return true
    if (introducer === 0x21) at += 2
    else if (introducer === 0x2c) at += 11 + colours(byte(at + 9))
    else return false
    while (byte(at) !== 0) at += 1 + byte(at)
    at += 1
  }
  return false
}
