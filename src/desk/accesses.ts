// The desk of accesses: an officer asks what is kept about an account and gets it as a file; only the fact is on
// record.
import { accountRequests } from '../../db/account-requests.ts'
import {
  accessMatter,
  askForAccess,
  type Access,
  type AccessNumber,
} from '../core/access/access.ts'
import { readHandle, type ErasureRefusal } from '../core/erasure/erasure.ts'
import { accessFile, accessText, type KeptAbout } from '../wording/moderation/access.ts'
import type { Visitor } from './works.ts'
import { orders, type OrderParts } from './orders.ts'

export type AccessParts = OrderParts & {
  /** Everything that is kept about an account. */
  kept: (handle: string) => KeptAbout
  settings: { approvalChannel: string; zone: string }
}

/** What came of a request, or why not. */
export type AccessAnswer = { access: Access } | ErasureRefusal

export type Accesses = ReturnType<typeof accesses>

/** Opens the desk of accesses. */
export function accesses(given: AccessParts) {
  const { db, desk, kept, now, settings } = given
  const accounts = accountRequests(db, 'access')
  const docket = orders<null>(given, {
    matter: accessMatter,
    drawUp({ number }) {
      const handle = accounts.get(number)
      if (handle === null) throw new Error(`nobody knows any more whose access ${number} was`)
      const name = accessFile(number)
      const text = accessText(handle, kept(handle), { at: now(), zone: settings.zone })
      const file = { name, bytes: Buffer.from(text), title: name, altText: null }
      return Promise.resolve({ files: [file], said: { of: 'access' } })
    },
    fileName: ({ number }) => accessFile(number),
    progress: (access) => ({ draw: 'access', access }),
    ended: ({ number }) => accounts.forget(number),
  })

  return {
    /** Asks for what is kept about an account. Refuses all but officers. */
    ask(typed: string, visitor: Visitor): AccessAnswer {
      const by = { actor: desk.actor(visitor.user), standing: visitor.standing }
      return db
        .transaction((): AccessAnswer => {
          const asked = askForAccess(by)
          if ('refused' in asked) return asked
          const handle = readHandle(typed)
          if (handle === null) return { refused: 'handle-missing' }
          const access = docket.begin(asked.events, by.actor)
          accounts.keep(access.number, handle)
          return { access }
        })
        .immediate()
    },
    /** What is kept about an account is erased: nobody knows any more whose the files were. Answers with them, for
     * `takeBack`. Call it within the transaction that erases. */
    forget(handle: string): readonly AccessNumber[] {
      const theirs = docket
        .open()
        .filter((number) => accounts.get(number)?.toLowerCase() === handle.toLowerCase())
      for (const number of theirs) accounts.forget(number)
      return theirs
    },
    /** Deletes the files of these accesses in Slack now. What does not work out is done when their time has come. */
    async takeBack(numbers: readonly AccessNumber[]): Promise<void> {
      for (const number of numbers) await docket.takeBack(number)
    },
    load: (number: AccessNumber) => docket.load(number),
    settle: docket.settle,
  }
}
