// The office's own settings: a JSON file that it edits itself.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { fachaemter, type Fachamt } from '../core/conversation/conversation.ts'
import { namedKinds, neverAlone, type HouseRules } from '../core/house-rules.ts'
import { lookFlaws, lookShape, type Look } from '../tiles/look.ts'
import type { StartProblem } from '../wording/start.ts'

const shape = z.strictObject({
  name: z.string().trim().min(1).max(60),
  tile: z.strictObject({ colours: lookShape, logo: z.string().min(1).nullable() }),
  departments: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9-]{1,20}$/),
        name: z.string().trim().min(1).max(75),
        people: z.array(z.string().regex(/^[UW][A-Z0-9]+$/)).default([]),
        groups: z.array(z.string().regex(/^S[A-Z0-9]+$/)).default([]),
        // Where what is passed on to it is read: a private channel, or one person.
        contact: z
          .string()
          .regex(/^[CGUW][A-Z0-9]+$/)
          .nullable()
          .default(null),
      }),
    )
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length),
  slots: z.array(
    z.strictObject({
      name: z.string().trim().min(1).max(60),
      weekday: z.int().min(1).max(7),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    }),
  ),
  specialTimes: z.array(
    z
      .strictObject({
        name: z.string().trim().min(1).max(60),
        from: z.iso.date(),
        until: z.iso.date(),
      })
      .refine(({ from, until }) => from <= until),
  ),
  // Times before an election, in which what is named goes out after two approvals only.
  preElection: z
    .array(
      z
        .strictObject({
          name: z.string().trim().min(1).max(60),
          from: z.iso.date(),
          until: z.iso.date(),
          kinds: z.array(z.enum(namedKinds)).min(1),
        })
        .refine(({ from, until }) => from <= until),
    )
    .default([]),
  // What an officer may approve alone; checked below.
  selfApproval: z.array(z.enum(namedKinds)).default([]),
  hoursPerWeek: z.number().min(0).max(168).nullable(),
  nina: z.string().trim().min(1).max(120).nullable(),
  madeWithAi: z.boolean(),
})

/** Where Fachämter read what they are asked: an id of a channel or of a Slack user for each that has one. */
export function contactsOf({
  departments,
}: Pick<OfficeSettings, 'departments'>): ReadonlyMap<Fachamt, string> {
  const contacts = new Map<string, string | null>(
    departments.map(({ key, contact }) => [key, contact]),
  )
  return new Map(
    fachaemter.flatMap((key): [Fachamt, string][] => {
      const contact = contacts.get(key) ?? null
      return contact === null ? [] : [[key, contact]]
    }),
  )
}

/** What counts when somebody approves, in an IANA time zone. */
export function houseRulesOf(
  { preElection, selfApproval }: Pick<OfficeSettings, 'preElection' | 'selfApproval'>,
  zone: string,
): HouseRules {
  return { zone, preElection, selfApproval }
}

export type OfficeSettings = Omit<z.infer<typeof shape>, 'tile'> & { look: Look }

type Problem = Extract<StartProblem, { problem: 'office-settings' }>

/** Reads the settings; a logo stands beside the file. Answers with what cannot be used, and where. */
export function readOfficeSettings(path: string): OfficeSettings | Problem {
  const problem = { problem: 'office-settings', path } as const
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { ...problem, because: { is: 'unreadable' } }
  }
  const read = shape.safeParse(json)
  if (!read.success) {
    const [issue] = read.error.issues
    // A field nobody knows stands in the issue, not in its path.
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    return {
      ...problem,
      because: { is: 'unusable', field: [...(issue?.path ?? []), ...keys].join('.') },
    }
  }
  const { tile, ...settings } = read.data
  const kind = settings.selfApproval.find((one) => neverAlone.includes(one))
  if (kind !== undefined) return { ...problem, because: { is: 'never-alone', kind } }
  const logo = tile.logo === null ? null : textOf(join(dirname(path), tile.logo))
  if (logo === undefined) return { ...problem, because: { is: 'unusable', field: 'tile.logo' } }
  const look = { name: settings.name, colours: tile.colours, logo }
  const [flaw] = lookFlaws(look)
  if (flaw?.flaw === 'logo') return { ...problem, because: { is: 'unusable', field: 'tile.logo' } }
  if (flaw !== undefined) {
    const { one, other, ratio } = flaw
    return { ...problem, because: { is: 'weak-contrast', one, other, ratio } }
  }
  return { ...settings, look }
}

/** What stands in a file; undefined where it cannot be read. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
