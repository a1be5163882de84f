// The office's own settings: a JSON file that it edits itself.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const key = z.string().regex(/^[a-z0-9-]{1,20}$/)

const shape = z.strictObject({
  name: z.string().trim().min(1).max(80),
  departments: z.array(
    z.strictObject({
      key,
      name: z.string().trim().min(1).max(75),
      people: z.array(z.string().regex(/^[UW][A-Z0-9]+$/)).default([]),
      groups: z.array(z.string().regex(/^S[A-Z0-9]+$/)).default([]),
    }),
  ),
  nina: z.string().trim().min(1).max(120).nullable(),
  madeWithAi: z.boolean(),
})

export type OfficeSettings = z.infer<typeof shape>

/** Reads the settings. Throws if the file cannot be read or is of another shape. */
export function readOfficeSettings(path: string): OfficeSettings {
  return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
}
