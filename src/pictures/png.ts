/** Whether a PNG has more frames than one (APNG). Other programs show the first and say nothing of the rest. */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  while (at + 12 <= png.length) {
    const kind = png.toString('latin1', at + 4, at + 8)
    if (kind === 'acTL') return png.readUInt32BE(at + 8) > 1
    // What tells of the animation stands before the dots.
    if (kind === 'IDAT') return false
    at += 12 + png.readUInt32BE(at)
  }
  return false
}
