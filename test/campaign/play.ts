// Plays the acts of a schedule: who does them, on which card or form, with which words.
import type { Message, XPost } from '../../sandbox/contract.ts'
import { labels, wordsOf, type FormWords } from '../support/person.ts'
import { until } from '../support/until.ts'
import type { Hands } from './deeds.ts'
import { marksIn, type Ledger, type Version } from './ledger.ts'
import type { Act, Staff } from './acts.ts'
import type { CampaignWorld } from './world.ts'

type Of<Do extends Act['do']> = Extract<Act, { do: Do }>

/** A picture of one dot. */
const dot = {
  ...{ name: 'punkt.png', mimetype: 'image/png' },
  data: 'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGUlEQVQokWMwTptJEmIY1ZA2GkrGwzVpAABIfDIQjwcm5wAAAABJRU5ErkJggg==',
}

/** What is said about each picture. */
function described(altTexts: readonly string[]): FormWords {
  const words = altTexts.map((altText, index): FormWords => ({
    [`altText-${index + 1}`]: altText,
    [`credit-${index + 1}`]: 'Foto: Amt',
    [`people-${index + 1}`]: 'Keine Person zu erkennen',
  }))
  return Object.assign({}, ...words) as FormWords
}

/** What people and citizens do, by the name of the act. */
export function players(world: CampaignWorld, ledger: Ledger, hands: Hands) {
  const { sandbox, people } = world
  const handleOf = (matter: string) => `buerger_${matter.toLowerCase()}`

  function noted(version: Omit<Version, 'author' | 'isMended'>, isMended = false): void {
    const author = ledger.of(version.matter)[0]?.by ?? version.by
    ledger.versions.push({ ...version, author, isMended })
  }

  async function propose({ matter, by, shape }: Of<'propose'>): Promise<void> {
    const person = people[by]
    await person.types('/vorschlag').catch(() => undefined)
    if ((await hands.form(by, 'Beitrag vorschlagen')) === undefined) return
    const mark = `${matter}-1`
    const parts = partsOf(mark, shape === 'thread' ? 3 : 1)
    const planned = shape === 'planned' ? plannedSoon(world.clock.now()) : null
    const pictures = shape === 'picture' ? [`Ein Bild zu ${mark}.`] : []
    noted({ mark, matter, by, parts, pictures, plannedAt: planned?.at ?? null, answers: null })
    const words = {
      text: parts.join('\n---\n'),
      topic: 'Verkehr & Baustellen',
      noLinkBecause: 'steht noch nicht auf hamburg.de',
      ...(planned === null ? {} : { date: planned.date, time: planned.time }),
    }
    const deed = { who: by, matter, version: mark, how: 'Einreichen' }
    await hands.fills(
      deed,
      words,
      pictures.map(() => dot),
    )
    if (pictures.length > 0) await describe(deed, described(pictures))
    await hands.closes(by)
  }

  /** The second step of a form with pictures. */
  async function describe(deed: Parameters<Hands['fills']>[0], words: FormWords): Promise<void> {
    if ((await hands.form(deed.who, 'Bilder beschreiben')) !== undefined)
      await hands.fills(deed, words)
  }

  async function revise({ matter, by, ...act }: Of<'revise'> | Of<'mend'>): Promise<void> {
    const card = await hands.card('Vorschlag', matter)
    const last = ledger.of(matter).at(-1)
    if (card === undefined || last === undefined) return
    if (!labels(card).includes('Überarbeiten')) return
    await people[by].presses('Überarbeiten', card).catch(() => undefined)
    const form = await hands.form(by, 'Vorschlag überarbeiten')
    if (form === undefined) return
    // Who may not is not offered it, and just revises.
    const releases = 'Mit dieser Fassung freigeben'
    const mends = act.do === 'mend' && JSON.stringify(form.view).includes(releases)
    const mark = `${matter}-${ledger.of(matter).length + 1}`
    const parts = partsOf(mark, last.parts.length)
    const pictures = last.pictures.map(() => `Ein Bild zu ${mark}.`)
    noted({ ...last, mark, by, parts, pictures }, mends)
    const text = parts.join('\n---\n')
    const deed = { who: by, matter, version: mark, how: 'Überarbeiten' }
    await hands.fills(deed, { text, ...(mends && { releases }) })
    if (pictures.length > 0) await describe(deed, described(pictures))
    await hands.closes(by)
  }

  async function decide({ matter, by, how }: Of<'decide'>): Promise<void> {
    const card = await hands.card('Vorschlag', matter)
    if (card === undefined) return
    switch (how) {
      case '✅':
      case '❌':
      case '❓':
      case '✅ zurück':
        await hands.reacts(by, how, card, matter)
        return
      case 'Freigeben':
      case 'Bestätigen':
      case 'Stopp':
      case 'Zurückziehen':
        await hands.presses(by, how, card, matter)
        return
      case 'Ablehnen':
      case 'Rückfrage':
        await withSentence(by, how, card, matter, 'Bitte erst mit dem Fachamt klären.')
        return
      case 'Erneut senden':
        await release(by, card, matter)
        return
    }
  }

  async function withSentence(
    by: Staff,
    how: string,
    card: Message,
    matter: string,
    sentence: string,
  ): Promise<void> {
    if (!labels(card).includes(how)) return
    await people[by].presses(how, card).catch(() => undefined)
    if ((await hands.form(by, 'sentence')) === undefined) return
    const version = marksIn(wordsOf(card), matter).at(-1) ?? null
    await hands.fills({ who: by, matter, version, how }, { sentence })
    await hands.closes(by)
  }

  /** Looks at X first, as the card asks for: what stands there is not sent again. */
  async function release(by: Staff, card: Message, matter: string): Promise<void> {
    const mark = marksIn(wordsOf(card), matter).at(-1)
    const version = ledger.versions.find((one) => one.mark === mark)
    const told = wordsOf(card).match(/auf X ansehen/g)?.length ?? 0
    const missing = version?.parts[told] ?? version?.parts[0]
    const post = sandbox.x
      .sight()
      .posts.find(({ author, text }) => author.office && text === missing)
    const isDoubt = labels(card).includes('Erneut senden')
    if (isDoubt && post !== undefined) {
      await withSentence(by, 'Steht schon auf X', card, matter, post.url)
      return
    }
    await hands.presses(by, isDoubt ? 'Erneut senden' : 'Jetzt senden', card, matter)
  }

  async function write({ matter, urgent, below }: Of<'write'>): Promise<void> {
    const texts = below === null ? [] : ledger.of(below).flatMap(({ parts }) => parts.slice(0, 1))
    const isIt = ({ author, text }: XPost) => author.office && texts.includes(text)
    const post =
      texts.length === 0
        ? undefined
        : await until(() => sandbox.x.sight().posts.find(isIt), world.isAlive() ? 1_200 : 0)
    say(matter, `${matter}-1`, urgent, post?.id)
  }

  function writeAgain({ matter, urgent }: Of<'write again'>): void {
    const before = ledger.newest(matter)
    if (before === undefined || ledger.deleted.has(before.first)) return
    const further = ledger.said.filter(
      (one) => one.matter === matter && one.id === one.first,
    ).length
    say(matter, `${matter}${'abcdefgh'.charAt(further)}-1`, urgent, before.id)
  }

  function say(matter: string, mark: string, urgent: boolean, inReplyTo?: string): void {
    const handle = handleOf(matter)
    const words = urgent ? 'Hilfe, hier brennt es!' : 'Wann öffnet das Bürgerbüro?'
    const text = `@BABergedorf ${words} ${mark}`
    const post = { act: 'post' as const, handle, name: `Bürger ${matter}`, text }
    const done = sandbox.x.citizen({ ...post, ...(inReplyTo !== undefined && { inReplyTo }) })
    if (done.ok) ledger.said.push({ id: done.id, first: done.id, mark, matter, handle })
  }

  function edit({ matter }: Act & { matter: string }): void {
    const before = ledger.newest(matter)
    if (before === undefined) return
    const [name, number] = before.mark.split('-')
    const mark = `${name ?? matter}-${Number(number) + 1}`
    const text = `@BABergedorf Ich meinte etwas ganz anderes. ${mark}`
    const done = sandbox.x.citizen({ act: 'edit', id: before.id, text })
    if (done.ok) ledger.said.push({ ...before, id: done.id, mark })
  }

  function remove({ matter }: Act & { matter: string }): void {
    const post = ledger.newest(matter)
    if (post === undefined) return
    if (sandbox.x.citizen({ act: 'delete', id: post.id }).ok) ledger.deleted.add(post.first)
  }

  async function triage({ matter, by, how }: Of<'triage'>): Promise<void> {
    const card = await hands.card('Erwähnung', matter)
    if (card === undefined) return
    if (how === '👀' || how === '🗂️') await hands.reacts(by, how, card, matter)
    else await hands.presses(by, how, card, matter)
  }

  async function answer({ matter, by, reply }: Of<'answer'>): Promise<void> {
    const card = await hands.card('Erwähnung', matter)
    if (card === undefined || !labels(card).includes('Antworten')) return
    await people[by].presses('Antworten', card).catch(() => undefined)
    const form = await hands.form(by, 'Zur Freigabe einreichen')
    if (form === undefined) return
    const mark = `${reply}-1`
    // What stands above the field, not what somebody remembers.
    const answers = marksIn(JSON.stringify(form.view), matter).at(-1) ?? null
    const parts = partsOf(mark, 1)
    noted({ mark, matter: reply, by, parts, pictures: [], plannedAt: null, answers })
    const text = parts.join('')
    ledger.deeds.push(alsoAbout(matter, { who: by, version: answers, how: 'Antworten' }))
    await hands.fills({ who: by, matter: reply, version: mark, how: 'Einreichen' }, { text })
    await hands.closes(by)
  }

  async function measure({ matter, by }: Of<'measure'>): Promise<void> {
    const card = await hands.card('Erwähnung', matter)
    if (card === undefined) return
    await people[by].chooses('step', 'Mehr', card).catch(() => undefined)
    if ((await hands.form(by, 'Was soll geschehen?')) === undefined) return hands.closes(by)
    const chosen = { step: 'Maßnahme vorschlagen oder festhalten' }
    await people[by].submits(chosen).catch(() => undefined)
    if ((await hands.form(by, 'Netiquette')) === undefined) return hands.closes(by)
    const words = {
      kind: 'Verbergen',
      rule: '1 Beleidigung, Verleumdung, Bedrohung',
      reason: `Beleidigung in ${matter}-1.`,
      milder: ['Hinweis auf die Netiquette'],
      informed: 'ja',
    }
    const version = marksIn(wordsOf(card), matter).at(-1) ?? null
    ledger.forms.push({ id: people[by].form()?.viewId ?? '', matter })
    await hands.fills({ who: by, matter, version, how: 'Maßnahme' }, words)
    await hands.closes(by)
  }

  async function decideMeasure({ matter, by, how }: Of<'decide measure'>): Promise<void> {
    const card = await hands.card('Maßnahme', matter)
    if (card !== undefined) await hands.presses(by, how, card, matter)
  }

  async function askErasure({ matter, by }: Of<'ask erasure'>): Promise<void> {
    const deed = { who: by, matter, version: null, how: '/loeschung' }
    await hands.does(deed, () => people[by].types(`/loeschung @${handleOf(matter)}`))
  }

  async function decideErasure({ matter, by, how }: Of<'decide erasure'>): Promise<void> {
    const handle = handleOf(matter)
    const named = new RegExp(String.raw`@${handle}\b`)
    const card = await until(
      () => hands.cards('Löschersuchen').findLast((one) => named.test(wordsOf(one))),
      world.isAlive() ? 1_200 : 0,
    )
    if (card !== undefined) await hands.presses(by, how, card, matter)
  }

  async function orderReport({ by }: Of<'order report'>): Promise<void> {
    const deed = { who: by, matter: 'report', version: null, how: '/bericht' }
    await hands.does(deed, () => people[by].types('/bericht'))
  }

  async function deleteCard({ matter }: Of<'delete card'>): Promise<void> {
    const card = await hands.card(matter.startsWith('P') ? 'Vorschlag' : 'Erwähnung', matter)
    if (card === undefined) return
    sandbox.slack.deleteMessage(card.channel, card.ts)
    ledger.withoutCard.add(matter)
  }

  return {
    propose,
    revise,
    mend: revise,
    decide,
    write,
    'write again': writeAgain,
    edit,
    delete: remove,
    flood({ count }: Of<'flood'>): void {
      sandbox.x.citizen({ act: 'flood', count })
    },
    triage,
    answer,
    measure,
    'decide measure': decideMeasure,
    'ask erasure': askErasure,
    'decide erasure': decideErasure,
    'order report': orderReport,
    'delete card': deleteCard,
  }
}

/** The same deed as it concerns another matter. */
function alsoAbout(matter: string, deed: { who: Staff; version: string | null; how: string }) {
  return { ...deed, matter, from: Date.now(), at: 0, done: true, heard: null, settled: null }
}

function partsOf(mark: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    return `Das Bezirksamt teilt mit: ${mark}${count > 1 ? ` Teil ${index + 1}` : ''}.`
  })
}

/** A full minute, two to three minutes away, as the form wants it. In November Bergedorf is an hour before UTC. */
function plannedSoon(now: number): { at: number; date: string; time: string } {
  const at = Math.ceil(now / 60_000) * 60_000 + 2 * 60_000
  const local = new Date(at + 3_600_000).toISOString()
  return { at, date: local.slice(0, 10), time: local.slice(11, 16) }
}
