// What citizens do on the local X.
import type { CitizenAct } from '../contract.ts'
import { office, type Post, type User } from './store.ts'
import { write, type World } from './writing.ts'

export type CitizenAnswer =
  { ok: true; id: string } | { ok: false; error: string; sentence: string }

const longest = 25_000

/** A picture of one grey pixel. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOorq7+DwAFRAKWh0dCkQAAAABJRU5ErkJggg=='

/** What many people write at once: five subjects and four questions make twenty different posts. */
const floodSubjects = [
  'Stromausfall in Lohbrügge!',
  'Der Keller läuft voll.',
  'In Neuallermöhe geht keine Ampel.',
  'Bei uns in Bergedorf-West ist alles dunkel.',
  'Der Bus fährt nicht.',
]
const floodQuestions = [
  'Was ist los?',
  'Wie lange dauert das noch?',
  'Wer ist zuständig?',
  'Gibt es irgendwo Hilfestellung?',
]

/** Lets a citizen post, edit (which makes a new id) or delete. Answers with the id of the post. */
export function citizens(world: World): (act: CitizenAct) => CitizenAnswer {
  const { store, changed } = world

  function post(act: CitizenAct & { act: 'post' }): CitizenAnswer {
    const text = act.text.normalize('NFC').trim()
    const handle = act.handle.replace(/^@/, '')
    const parent = act.inReplyTo === undefined ? null : store.post(act.inReplyTo)
    if (text === '') return refused('empty', 'Der Beitrag hat keinen Text.')
    if (text.length > longest) return refused('too_long', 'Der Beitrag ist zu lang.')
    if (!/^\w{1,15}$/.test(handle)) {
      return refused('bad_handle', 'Ein Name auf X hat 1 bis 15 Buchstaben, Ziffern oder _.')
    }
    if (handle.toLowerCase() === office.handle.toLowerCase()) {
      return refused('not_yours', 'Dieses Konto gehört dem Bezirksamt.')
    }
    if (parent === undefined || (parent && parent.gone !== null)) return missing()
    const author = citizen(handle, act.name.trim() || handle).id
    const inReplyTo = parent?.id ?? null
    const media = Array.from({ length: Math.min(4, act.images ?? 0) }, () => picture())
    const written = write(world, { author, text, inReplyTo, media, route: null })
    if (act.closed === true) store.keep({ ...written, closed: true })
    changed()
    return { ok: true, id: written.id }
  }

  function picture(): string {
    const id = store.nextId()
    store.keepMedia({
      id,
      type: 'image/png',
      category: 'tweet_image',
      totalBytes: 70,
      segments: { 0: onePixel },
      createdAt: world.clock.now(),
      state: 'succeeded',
      alt: '',
    })
    return id
  }

  function protect(handle: string, isProtected: boolean): CitizenAnswer {
    const user = store.userByHandle(handle.replace(/^@/, ''))
    if (user === undefined) return refused('not_found', 'Dieses Konto gibt es hier noch nicht.')
    if (user.id === office.id) return refused('not_yours', 'Dieses Konto gehört dem Bezirksamt.')
    store.keepUser({ ...user, protected: isProtected })
    changed()
    return { ok: true, id: user.id }
  }

  function flood(count: number): CitizenAnswer {
    let last: CitizenAnswer = refused('empty', 'Niemand hat geschrieben.')
    for (let number = 1; number <= Math.min(500, count); number += 1) {
      const [subject = '', question = ''] = [
        floodSubjects[number % floodSubjects.length],
        floodQuestions[number % floodQuestions.length],
      ]
      last = post({
        act: 'post',
        handle: `buerger_${number}`,
        name: `Bürgerin ${number}`,
        text: `@${office.handle} ${subject} ${question} (${number})`,
      })
    }
    return last
  }

  function citizen(handle: string, name: string): User {
    const known = store.userByHandle(handle)
    const user = known ? { ...known, name } : { id: store.nextId(), handle, name }
    store.keepUser(user)
    return user
  }

  function edit(id: string, words: string): CitizenAnswer {
    const old = own(id)
    const text = words.normalize('NFC').trim()
    if ('ok' in old) return old
    if (text === '') return refused('empty', 'Der Beitrag hat keinen Text.')
    const next = store.nextId()
    store.keep({ ...old, gone: 'replaced' })
    store.keep({ ...old, id: next, text, versions: [...old.versions, next] })
    changed()
    return { ok: true, id: next }
  }

  function remove(id: string): CitizenAnswer {
    const old = own(id)
    if ('ok' in old) return old
    store.keep({ ...old, gone: 'deleted' })
    changed()
    return { ok: true, id }
  }

  /** The citizen's post that is there. */
  function own(id: string): Post | (CitizenAnswer & { ok: false }) {
    const found = store.post(id)
    if (found?.gone !== null) return missing()
    return found.author === office.id
      ? refused('not_yours', 'Dieser Beitrag gehört dem Bezirksamt.')
      : found
  }

  return (act) => {
    switch (act.act) {
      case 'post':
        return post(act)
      case 'edit':
        return edit(act.id, act.text)
      case 'delete':
        return remove(act.id)
      case 'protect':
      case 'unprotect':
        return protect(act.handle, act.act === 'protect')
      case 'flood':
        return flood(act.count)
    }
  }
}

function refused(error: string, sentence: string): CitizenAnswer & { ok: false } {
  return { ok: false, error, sentence }
}

function missing(): CitizenAnswer & { ok: false } {
  return refused('not_found', 'Diesen Beitrag gibt es nicht (mehr).')
}
