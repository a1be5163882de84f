// Who works in the sandbox's Slack, and where they meet. All of them are invented.
import type { Person } from '../contract.ts'

export const workspace = { id: 'T0BERGEDORF', domain: 'bezirksamt', name: 'Bezirksamt Bergedorf' }
export const app = { id: 'A0AMTSFUNK', botId: 'B0AMTSFUNK', userId: 'U0AMTSFUNK', name: 'Amtsfunk' }

export const ids = {
  people: {
    anna: 'U0ANNA',
    joerg: 'U0JOERG',
    petra: 'U0PETRA',
    deniz: 'U0DENIZ',
    guel: 'U0GUEL',
    lars: 'U0LARS',
  },
  channels: {
    freigabe: 'C0FREIGABE',
    moderation: 'C0MODERATION',
    allgemein: 'C0ALLGEMEIN',
    gemeinsam: 'C0GEMEINSAM',
  },
  officers: 'S0PRESSE',
} as const

const person = (id: string, name: string, role: string, more?: Partial<Person>): Person => ({
  id,
  name,
  role,
  guest: false,
  foreign: false,
  ...more,
})

const { anna, joerg, petra, deniz, guel, lars } = ids.people

export const people: readonly Person[] = [
  person(anna, 'Anna Ahlers', 'Fachamt MR'),
  person(joerg, 'Jörg Jürgens', 'Fachamt VS'),
  person(petra, 'Petra Petersen', 'Pressesprecherin'),
  person(deniz, 'Deniz Dağ', 'Vertretung'),
  person(guel, 'Gül Güneş', 'Gast: Praktikum', { guest: true }),
  person(lars, 'Lars Lüders', 'Anderes Amt: Bezirksamt Nord', { foreign: true }),
]

export type ChannelFacts = {
  id: string
  name: string
  isPrivate: boolean
  shared: boolean
  members: readonly string[]
}

const house = [anna, joerg, petra, deniz, guel, app.userId]

export const channels: readonly ChannelFacts[] = [
  { id: ids.channels.freigabe, name: 'freigabe', isPrivate: false, shared: false, members: house },
  {
    id: ids.channels.moderation,
    name: 'moderation',
    isPrivate: true,
    shared: false,
    members: [anna, joerg, petra, deniz, app.userId],
  },
  {
    id: ids.channels.allgemein,
    name: 'allgemein',
    isPrivate: false,
    shared: false,
    members: house,
  },
  {
    id: ids.channels.gemeinsam,
    name: 'gemeinsam-mit-nord',
    isPrivate: false,
    shared: true,
    members: [anna, petra, lars, app.userId],
  },
]

export const groups: readonly { id: string; name: string; users: readonly string[] }[] = [
  { id: ids.officers, name: 'pressestelle', users: [petra, deniz] },
]

/** A user as users.info tells it. */
export function userObject(id: string): Record<string, unknown> | null {
  const isBot = id === app.userId
  const found = people.find((one) => one.id === id)
  if (!isBot && found === undefined) return null
  const name = found?.name ?? app.name
  const foreign = found?.foreign ?? false
  return {
    id,
    team_id: foreign ? 'T0NORD' : workspace.id,
    name: handleOf(name),
    real_name: name,
    deleted: false,
    is_bot: isBot,
    is_restricted: found?.guest ?? false,
    is_ultra_restricted: false,
    ...(foreign && { is_stranger: true }),
    locale: 'de-DE',
    tz: 'Europe/Berlin',
    profile: { real_name: name, display_name: name.split(' ')[0], title: found?.role ?? '' },
  }
}

/** "Jörg Jürgens" -> "joerg.juergens". */
export function handleOf(name: string): string {
  const spelled: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(' ', '.')
}
