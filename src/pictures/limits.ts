// What is taken and what is given, as X has it: https://docs.x.com/x-api/media/quickstart/best-practices

/** What is decoded, in dots: more than any telephone takes, and 200 MB at most once decoded. */
export const pixelLimit = 50_000_000
/** What X takes: a still picture in bytes, its sides in dots. */
export const stillLimit = 5_000_000
export const longestSide = 4_096
export const shortestSide = 4
/** What X takes of an animated GIF: bytes, dots, frames, and dots of all frames. */
export const animation = {
  bytes: 15_000_000,
  width: 1_280,
  height: 1_080,
  frames: 350,
  pixels: 300_000_000,
}
