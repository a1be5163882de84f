// What may be asked of the citizens on the local X, as it comes from the page.
import { z } from 'zod'
import type { CitizenAct } from '../contract.ts'

const handle = z.string()

/** The shape of an act; whether it makes sense is for the local X to say. */
export const citizenAct: z.ZodType<CitizenAct> = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('post'),
    handle,
    name: z.string(),
    text: z.string(),
    inReplyTo: z.string().exactOptional(),
    quotes: z.string().exactOptional(),
    images: z.number().exactOptional(),
    closed: z.boolean().exactOptional(),
  }),
  z.object({ act: z.enum(['protect', 'unprotect']), handle }),
  z.object({ act: z.literal('leave'), handle }),
  z.object({ act: z.literal('flood'), count: z.number() }),
  z.object({ act: z.literal('edit'), id: z.string(), text: z.string() }),
  z.object({ act: z.literal('delete'), id: z.string() }),
])
