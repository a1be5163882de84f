// What citizens do on the local X.
import type { CitizenAct } from '../contract.ts'
import { inFlood, mostInFlood } from './flood.ts'
import { office, type Post, type User } from './store.ts'
import { write, type World } from './writing.ts'

export type CitizenAnswer =
  { ok: true; id: string } | { ok: false; error: string; sentence: string }

const longest = 25_000
const mostImages = 4

/** A picture of one grey pixel. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOorq7+DwAFRAKWh0dCkQAAAABJRU5ErkJggg=='

/** Lets a citizen post, edit (which makes a new id), delete, protect the account or leave, and many write at
 * once. Answers with the id of the post or the account. */
export function citizens(world: World): (act: CitizenAct) => CitizenAnswer {
  const { store, changed } = world

  function post(act: CitizenAct & { act: 'post' }): CitizenAnswer {
    const text = act.text.normalize('NFC').trim()
    const handle = bare(act.handle)
    const { inReplyTo = null, quotes, images = 0 } = act
    if (text === '') return refused('empty', 'Der Beitrag hat keinen Text.')
    if (text.length > longest) return refused('too_long', 'Der Beitrag ist zu lang.')
    if (!/^\w{1,15}$/.test(handle)) {
      return refused('bad_handle', 'Ein Name auf X hat 1 bis 15 Buchstaben, Ziffern oder _.')
    }
    if (handle.toLowerCase() === office.handle.toLowerCase()) {
      return refused('not_yours', 'Dieses Konto gehört dem Bezirksamt.')
    }
    if (![inReplyTo, quotes ?? null].every((id) => id === null || isThere(id))) return missing()
    if (!Number.isInteger(images) || images < 0 || images > mostImages) {
      return refused('bad_images', 'Ein Beitrag hat höchstens vier Bilder.')
    }
    const { id } = write(world, {
      author: citizen(handle, act.name.trim() || handle).id,
      text,
      inReplyTo,
      ...(quotes !== undefined && { quotes }),
      media: Array.from({ length: images }, (_, index) => picture(`Bild ${index + 1}`)),
      ...(act.closed === true && { closed: true }),
      route: null,
    })
    changed()
    return { ok: true, id }
  }

  function isThere(id: string): boolean {
    return store.post(id)?.gone === null
  }

  function picture(alt: string): string {
    const id = store.nextId()
    store.keepMedia({
      id,
      type: 'image/png',
      category: 'tweet_image',
      totalBytes: 70,
      segments: { 0: onePixel },
      createdAt: world.clock.now(),
      state: 'succeeded',
      alt,
    })
    return id
  }

  function protect(handle: string, isProtected: boolean): CitizenAnswer {
    const user = account(handle)
    if ('ok' in user) return user
    store.keepUser({ ...user, protected: isProtected })
    changed()
    return { ok: true, id: user.id }
  }

  function leave(handle: string): CitizenAnswer {
    const user = account(handle)
    if ('ok' in user) return user
    store.keepUser({ ...user, left: true })
    for (const each of store.posts()) {
      if (each.author === user.id && each.gone === null) store.keep({ ...each, gone: 'deleted' })
    }
    changed()
    return { ok: true, id: user.id }
  }

  function flood(count: number): CitizenAnswer {
    if (!Number.isInteger(count) || count < 1 || count > mostInFlood) {
      return refused('bad_count', `Auf einmal schreiben 1 bis ${mostInFlood} Menschen.`)
    }
    // Who wrote in an earlier flood writes on: the next ones are others, with other words.
    const begin = store.posts().length
    let id = ''
    for (let n = begin; n < begin + count; n += 1) {
      const { handle, name, text } = inFlood(n, office.handle)
      const author = citizen(handle, name).id
      id = write(world, { author, text, inReplyTo: null, media: [], route: null }).id
    }
    changed()
    return { ok: true, id }
  }

  /** The account of a citizen. */
  function account(handle: string): User | (CitizenAnswer & { ok: false }) {
    const user = store.userByHandle(bare(handle))
    if (user === undefined) return refused('not_found', 'Dieses Konto gibt es hier noch nicht.')
    return user.id === office.id
      ? refused('not_yours', 'Dieses Konto gehört dem Bezirksamt.')
      : user
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
      case 'leave':
        return leave(act.handle)
      case 'flood':
        return flood(act.count)
    }
  }
}

function bare(handle: string): string {
  return handle.replace(/^@/, '')
}

function refused(error: string, sentence: string): CitizenAnswer & { ok: false } {
  return { ok: false, error, sentence }
}

function missing(): CitizenAnswer & { ok: false } {
  return refused('not_found', 'Diesen Beitrag gibt es nicht (mehr).')
}
