import type { SlashCommand } from './command.ts'
import { vorschlag } from './vorschlag.ts'

/** Everything staff can type. manifest.json declares the same (kept true by a test). */
export const commands: readonly SlashCommand[] = [vorschlag]
