// What citizens do on the local X.
import type { CitizenAct } from '../contract.ts'
import { office, type Post, type User } from './store.ts'
import { write, type World } from './writing.ts'

export type CitizenAnswer =
  { ok: true; id: string } | { ok: false; error: string; sentence: string }

const longest = 25_000

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
    const written = write(world, { author, text, inReplyTo, media: [], route: null })
    changed()
    return { ok: true, id: written.id }
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
    }
  }
}

function refused(error: string, sentence: string): CitizenAnswer & { ok: false } {
  return { ok: false, error, sentence }
}

function missing(): CitizenAnswer & { ok: false } {
  return refused('not_found', 'Diesen Beitrag gibt es nicht (mehr).')
}
