// Cameras keep what their sensor saw in files that begin as TIFF does. The first picture in them is a thumbnail, which
// would be published as if it were the photo.

const dngVersion = 50_706
const subfileType = 254
const isReduced = 1

/** Whether a TIFF is what a camera keeps (CR2, DNG, NEF, ARW, …), by its first directory. */
export function isCameraRaw(tiff: Buffer): boolean {
  if (tiff.toString('latin1', 8, 10) === 'CR') return true
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => {
    if (at + 2 > tiff.length) return 0
    return isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  }
  const long = (at: number) => {
    if (at + 4 > tiff.length) return 0
    return isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  }
  const directory = long(4)
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    const tag = short(at)
    if (tag === dngVersion || (tag === subfileType && long(at + 8) === isReduced)) return true
  }
  return false
}
