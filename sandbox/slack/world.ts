// The workspace as it is before anybody speaks: people, channels, the bot and the user group.

import type { Person } from '../contract.ts'

export const team = { id: 'T0BEZIRK', name: 'Bezirksamt', domain: 'bezirksamt' }
export const partnerTeam = { id: 'T0VEREIN', name: 'Stadtteilverein', domain: 'stadtteilverein' }

export const bot = { id: 'U0AMTSFUNK', botId: 'B0AMTSFUNK', appId: 'A0AMTSFUNK' }

/** Fixed, because the sandbox listens on this machine only and the bot's .env may keep them. */
export const credentials = {
  botToken: 'xoxb-sandbox-nur-auf-diesem-rechner',
  appToken: 'xapp-sandbox-nur-auf-diesem-rechner',
}

const staff = (id: string, name: string, role: string): Person => {
  return { id, name, role, guest: false, foreign: false }
}

export const people: readonly Person[] = [
  staff('U0ANNA', 'Anna Ahlers', 'Fachamt MR'),
  staff('U0JOERG', 'Jörg Jürgens', 'Fachamt VS'),
  staff('U0PETRA', 'Petra Petersen', 'Pressesprecherin'),
  staff('U0DENIZ', 'Deniz Dağ', 'Vertretung'),
  { id: 'U0GUEL', name: 'Gül Güneş', role: 'Gast, Praktikum', guest: true, foreign: false },
  { id: 'U0FRAUKE', name: 'Frauke Fößel', role: 'Stadtteilverein', guest: false, foreign: true },
]

export const ids = {
  channels: {
    freigabe: 'C0FREIGABE',
    moderation: 'C0MODERATION',
    allgemein: 'C0ALLGEMEIN',
    /** Shared with another organisation (is_ext_shared); the bot is in it. */
    partner: 'C0PARTNER',
    /** A public channel the bot was never invited to. */
    kantine: 'C0KANTINE',
  },
  people: {
    anna: 'U0ANNA',
    joerg: 'U0JOERG',
    petra: 'U0PETRA',
    deniz: 'U0DENIZ',
    guel: 'U0GUEL',
    frauke: 'U0FRAUKE',
  },
  userGroup: 'S0PRESSE',
  bot: bot.id,
} as const

export const userGroup = {
  id: ids.userGroup,
  handle: 'pressestelle',
  name: 'Pressestelle',
  members: ['U0PETRA', 'U0DENIZ'],
}

export type Conversation = {
  id: string
  name: string
  isPrivate: boolean
  isExtShared: boolean
  isArchived: boolean
  isIm: boolean
  purpose: string
  /** User ids, the bot's among them where it is a member. */
  members: readonly string[]
}

const own = people.filter((person) => !person.foreign).map((person) => person.id)

function channel(id: string, name: string, purpose: string, more: Partial<Conversation> = {}) {
  const members = [...own, bot.id]
  const plain = { isPrivate: false, isExtShared: false, isArchived: false, isIm: false }
  return { id, name, purpose, members, ...plain, ...more }
}

export const channels: readonly Conversation[] = [
  channel(ids.channels.freigabe, 'freigabe', 'Vorschläge sehen und freigeben'),
  channel(ids.channels.moderation, 'moderation', 'Antworten aus der Öffentlichkeit', {
    isPrivate: true,
  }),
  channel(ids.channels.allgemein, 'allgemein', 'Für alle im Amt'),
  channel(ids.channels.partner, 'stadtteilfest', 'Gemeinsam mit dem Stadtteilverein', {
    isExtShared: true,
    members: ['U0ANNA', 'U0PETRA', 'U0FRAUKE', bot.id],
  }),
  channel(ids.channels.kantine, 'kantine', 'Was es heute gibt', { members: own }),
]

/** The direct messages between two people each who meet in a channel. The bot is not in them. */
export const betweenPeople: readonly Conversation[] = people.flatMap((one, place) =>
  people.slice(place + 1).flatMap((other) => {
    const meet = channels.some(({ members }) =>
      [one, other].every(({ id }) => members.includes(id)),
    )
    const id = `D1${one.id.slice(2)}${other.id.slice(2)}`
    const kind = { isPrivate: true, isExtShared: false, isArchived: false, isIm: true }
    return meet ? [{ id, name: '', purpose: '', members: [one.id, other.id], ...kind }] : []
  }),
)

/** The direct message channel of a person with the bot. */
export function directMessage(personId: string, name: string): Conversation {
  const members = [personId, bot.id]
  const id = `D${personId.slice(1)}`
  const kind = { isPrivate: true, isExtShared: false, isArchived: false, isIm: true }
  return { id, name, purpose: '', members, ...kind }
}
