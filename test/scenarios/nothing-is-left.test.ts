// Marks are planted in every place a word of or about a citizen can get to. After the erasure none is found any more: not
// in the files beside the database, not in Slack, not in the log.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDatabase } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { measureForm } from '../support/insult.ts'
import { cardOf, openModerationOffice, says, writes } from '../support/moderation.ts'
import { eventually as soon, openedOffice } from '../support/office.ts'
import { wordsOf } from '../support/person.ts'

/** The story is long, and other tests run beside it. */
const eventually = <Found>(look: () => Found | null | undefined | false): Promise<Found> =>
  soon(look, 30_000)

/** A word that occurs nowhere else. */
const mark = (number: number) => `Merkwort${String(number).padStart(2, '0')}zz`
const handle = 'merk_konto_zz'
const name = 'Merkname Zz'

/** Which marks stand in the files of a folder. */
function inFiles(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile())
  return files.flatMap((file) => {
    const bytes = readFileSync(join(folder, file.name))
    return words.filter((word) => bytes.includes(word)).map((word) => `${file.name}: ${word}`)
  })
}

test(
  'thirty marks are planted, and after the erasure none is found',
  { timeout: 180_000 },
  async () => {
    await using office = await openModerationOffice({ FLOOD_MENTIONS: 6, LOG_LEVEL: 'debug' })
    const { anna, petra, deniz, joerg, sandbox, folder, config, log } = office
    const everybody = [anna, petra, deniz, joerg]
    const planted = new Set([handle, name])
    const plant = (number: number) => {
      planted.add(mark(number))
      return mark(number)
    }
    const by = { handle, name }
    const onSlack = () =>
      JSON.stringify(everybody.map((one) => [one.mentions(), one.cards(), one.letters()]))

    // What breaks off is logged: while words are on their way, too.
    const breaks = () => {
      sandbox.slack.setFaults([
        { kind: 'server-error', method: 'chat.update', times: 2 },
        { kind: 'account-inactive', method: 'reactions.get', times: 1 },
      ])
    }

    // Words: a mention, what it was before it was changed, one in its thread, a call for help with its alert.
    const first = writes(office, `@BABergedorf Ich bin krank. ${plant(1)}`, by)
    await office.reads()
    const card = await cardOf(office, 1)
    writes(office, `@BABergedorf Noch etwas: ${plant(3)}`, { ...by, inReplyTo: first })
    await office.reads()
    sandbox.x.citizen({ act: 'edit', id: first, text: `@BABergedorf Ich war krank. ${plant(2)}` })
    await office.reads()
    await says(office, card, mark(2))
    const help = writes(office, `@BABergedorf Hilfe, jemand ist bewusstlos! ${plant(4)}`, by)
    await office.reads()
    await eventually(() => onSlack().includes(mark(4)))

    breaks()
    // Words about them: an answer, a question, a reason; a second answer that becomes public elsewhere.
    await anna.presses('Antworten', card)
    await anna.submits({ text: `@${handle} Das Rezept liegt bereit. ${plant(5)}` })
    const answer = await eventually(() =>
      petra.cards().find((one) => wordsOf(one).includes(mark(5))),
    )
    expect(wordsOf(answer)).not.toContain(`@${handle} Das Rezept`)
    await deniz.presses('Rückfrage', answer)
    await deniz.submits({ sentence: `Ist das die Nachbarin? ${plant(6)}` })
    await eventually(() => onSlack().includes(mark(6)))
    await petra.presses('Ablehnen', answer)
    await petra.submits({ sentence: `Nennt eine Krankheit. ${plant(7)}` })
    await eventually(() => onSlack().includes(mark(7)))
    await anna.presses('Antworten', await cardOf(office, 1))
    await anna.submits({ text: `Bitte rufen Sie uns an. ${plant(8)}` })
    const second = await eventually(() =>
      petra.cards().find((one) => wordsOf(one).includes(mark(8))),
    )
    await anna.presses('Überarbeiten', second)
    await anna.submits({ text: `Bitte rufen Sie uns morgen an. ${plant(9)}` })
    const third = await eventually(() =>
      petra.cards().find((one) => wordsOf(one).includes(mark(9))),
    )
    await petra.reacts('❓', third)
    await petra.reacts('❌', third)
    await eventually(() => onSlack().includes('Abgelehnt von Petra'))

    breaks()
    // A measure with its reason, evidence that is held and released.
    await anna.chooses('step', 'Mehr …', card)
    await anna.submits({ step: 'Maßnahme vorschlagen oder festhalten' })
    await eventually(() => JSON.stringify(anna.form()?.view).includes('Netiquette'))
    await anna.submits({
      ...measureForm,
      kind: 'Bei X melden',
      reason: `Wurde laut. ${plant(10)}`,
      milder: [],
    })
    await eventually(() => onSlack().includes(mark(10)))
    await petra.chooses('step', 'Mehr …', card)
    await petra.submits({ step: 'Beweissicherung (nur Pressestelle, drei Monate)' })
    await says(office, card, 'Beweissicherung besteht')
    await petra.chooses('step', 'Mehr …', card)
    await petra.submits({ step: 'Beweissicherung beenden (nur Pressestelle)' })
    await eventually(() => JSON.stringify(petra.form()?.view).includes('Wie wurde entschieden'))
    await petra.submits({ decision: 'Nicht mehr nötig: Kopie hier löschen' })

    // A flood's list, and the file of an access.
    for (let number = 11; number <= 28; number += 1) {
      writes(office, `@BABergedorf Und noch eines: ${plant(number)}`, by)
    }
    await office.reads()
    await office.reads()
    await petra.types(`/auskunft ${handle}`)
    const file = await eventually(() => petra.letters().flatMap(({ files }) => files)[0])
    const told = await (await fetch(new URL(file.url, sandbox.address))).text()
    for (const number of [1, 2, 3, 5, 7, 9, 10, 28]) expect(told).toContain(mark(number))
    expect(planted.size).toBe(30)

    // Somebody has an older copy of the database.
    const db = readDatabase(config.DATABASE_PATH)
    await db.backup(join(folder, 'copy.bak'))
    db.close()
    expect(new Set(inFiles(folder, [...planted]).map((found) => found.split(': ')[1]))).toEqual(
      planted,
    )

    await petra.types(`/loeschung @${handle}`)
    const request = await eventually(() =>
      petra.mentions().find((one) => wordsOf(one).includes('Löschersuchen 1')),
    )
    await deniz.presses('Löschen', request)
    await says(office, request, 'gelöscht')
    for (const minutes of [1, 61, 1]) {
      await office.waits(minutes)
      await office.reads()
    }
    const left = () => [...planted].filter((word) => onSlack().includes(word))
    await eventually(() => (left().length === 0 ? true : undefined)).catch(() => {
      expect(left()).toEqual([])
    })
    expect(petra.letters().flatMap(({ files }) => files)).toEqual([])
    const ids = [first, help]
    expect(
      inFiles(folder, [...planted, ...ids]).filter((found) => !found.startsWith('copy.bak')),
    ).toEqual([])
    const reader = readDatabase(config.DATABASE_PATH)
    expect(verify(reader)).toMatchObject({ whole: true })
    reader.close()

    // The copy is put back: what was erased is erased again before anybody sees it.
    await office.office.close()
    for (const end of ['', '-wal', '-shm']) rmSync(`${config.DATABASE_PATH}${end}`, { force: true })
    const copy = readDatabase(join(folder, 'copy.bak'))
    await copy.backup(config.DATABASE_PATH)
    copy.close()
    rmSync(join(folder, 'copy.bak'))
    const again = await openedOffice(office)
    try {
      await again.desk.settle()
      await eventually(() => (left().length === 0 ? true : undefined))
      const erasedInFiles = inFiles(folder, [...planted]).filter(
        (found) => !found.includes('Merkwort'),
      )
      expect(erasedInFiles).toEqual([])
    } finally {
      await again.close()
    }
    expect(inFiles(folder, [...planted])).toEqual([])
    // Of all this the log has told without a word of theirs.
    expect(log.length).toBeGreaterThan(3)
    expect([...planted, ...ids].filter((word) => log.some((line) => line.includes(word)))).toEqual(
      [],
    )
  },
)
