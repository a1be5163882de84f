// The fonts that travel with the program, so that a machine without any draws the same picture.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const sans = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'))
const emoji = dirname(require.resolve('@expo-google-fonts/noto-emoji/package.json'))

export const fontFamily = 'Source Sans 3'
/** Draws what posts have and the other has not; one colour, as the rest of the page. */
export const emojiFamily = 'Noto Emoji'

export const regularFont = join(sans, '400Regular', 'SourceSans3_400Regular.ttf')
export const semiBoldFont = join(sans, '600SemiBold', 'SourceSans3_600SemiBold.ttf')
export const emojiFont = join(emoji, '400Regular', 'NotoEmoji_400Regular.ttf')

export const fontFiles = [regularFont, semiBoldFont, emojiFont]
