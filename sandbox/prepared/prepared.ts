// The past of a first visit: played once by a script (test/sandbox/prepare.ts), kept here, and kept true by a test.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Remembered } from '../memory.ts'

/** What there is to see at a first visit. */
export type Prepared = {
  /** The instant of the visit, in UTC milliseconds. */
  visit: number
  /** What the local Slack and the local X know by then. */
  documents: readonly Remembered[]
  /** The office's database. */
  office: Buffer
}

const outside = join(import.meta.dirname, 'outside.json.br')
const office = join(import.meta.dirname, 'office.db.br')

/** The past that is kept. */
export function readPrepared(): Prepared {
  const told: unknown = JSON.parse(brotliDecompressSync(readFileSync(outside)).toString('utf8'))
  return {
    ...(told as Pick<Prepared, 'visit' | 'documents'>),
    office: brotliDecompressSync(readFileSync(office)),
  }
}

/** Keeps a past in place of the one that is kept. */
export function keepPrepared({ visit, documents, office: database }: Prepared): void {
  writeFileSync(outside, packed(Buffer.from(JSON.stringify({ visit, documents }))))
  writeFileSync(office, packed(database))
}

function packed(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } })
}
