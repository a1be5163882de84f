// Who is who in the workspace: names to show, and what a person may do at the desk.
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Standing } from '../core/people.ts'
import type { StartProblem } from '../wording/start.ts'

const account = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  real_name: z.string().optional(),
  name: z.string().optional(),
  profile: z
    .object({ display_name: z.string().optional(), real_name: z.string().optional() })
    .optional(),
})
type Account = z.infer<typeof account>

/** A department that signs what it stands for: its people by user ids, or by ids of user groups. */
export type Department = {
  key: string
  name: string
  people: readonly string[]
  groups: readonly string[]
}

export type Team = {
  /** What a person may do. Asks Slack again when the last answer is older than a minute, because rights
   * change; whom Slack does not show us is an outsider. Throws a fault if Slack does not answer. */
  standing(user: string): Promise<Standing>
  /** The same from what is known already, without asking: for opening a form at once. */
  standingAsKnown(user: string): Standing
  /** Whether Slack has told who somebody is. */
  isKnown(user: string): boolean
  /** The name to show; null if Slack does not know or tell. Never throws. */
  name(user: string): Promise<string | null>
  /** The same without what they may do because they stand in for the press office. */
  standingAlone(user: string): Promise<Standing>
  /** The Slack user ids of the press officers, and of those who stand in for them, as known now. */
  officers(): ReadonlySet<string>
  /** Those of them who are not away. */
  onDuty(): readonly string[]
  /** The Slack user ids of those who sign for a department, as known now. */
  signers(): readonly string[]
  /** Keys of the departments a person belongs to, as known now. */
  departmentsOf(user: string): readonly string[]
  /** Reads the list of press officers, and the groups of departments, again. A group that is gone has no members.
   * Throws a fault if Slack does not answer, or says that the group or a person is not there. */
  refresh(): Promise<void>
}

type Moment = { now: number; elapsed: number }

const freshFor = { standing: 60_000, name: 3_600_000 }

/** `officers` is a comma separated list of user ids or the id of one user group. `now` is the wall clock, `elapsed`
 * tells how much time passes, both in milliseconds. */
export function team(given: {
  client: WebClient
  officers: string
  departments?: readonly Department[]
  /** Who stands in now, and who is away: Slack user ids. */
  standIns?: () => readonly string[]
  absent?: () => ReadonlySet<string>
  home: string
  now: () => number
  elapsed: () => number
}): Team {
  const { client, home, now, elapsed, departments = [] } = given
  const { standIns = () => [], absent = () => new Set<string>() } = given
  const groups = new Map<string, readonly string[]>()
  const accounts = new Map<string, { account: Account; readAt: Moment }>()
  const isGroup = given.officers.startsWith('S')
  let officers = new Set(isGroup ? [] : given.officers.split(/\s*,\s*/))

  async function read(user: string, freshFor: number): Promise<Account> {
    const known = accounts.get(user)
    if (known !== undefined && ageOf(known.readAt) < freshFor) return known.account
    const answer = await client.users.info({ user, include_locale: false })
    const read = account.parse(answer.user)
    accounts.set(user, { account: read, readAt: { now: now(), elapsed: elapsed() } })
    return read
  }

  // By the clock that tells more: one that was put back makes no old answer new, and nothing elapses while the
  // machine sleeps.
  function ageOf(readAt: Moment): number {
    return Math.max(elapsed() - readAt.elapsed, now() - readAt.now)
  }

  /** Press officers, and who stands in for them now. */
  function deciding(): ReadonlySet<string> {
    return new Set([...officers, ...standIns()])
  }

  async function standing(user: string, among: () => ReadonlySet<string>): Promise<Standing> {
    try {
      return standingOf(await read(user, freshFor.standing), among())
    } catch (error) {
      // One stranger's reaction must not make a card deaf to everybody else's.
      if (isNobodyHere(error)) return 'outsider'
      throw error
    }
  }

  function standingOf(one: Account, among: ReadonlySet<string>): Standing {
    const isOutside =
      one.deleted === true ||
      one.is_bot === true ||
      one.is_restricted === true ||
      one.is_ultra_restricted === true ||
      one.is_stranger === true ||
      (one.team_id !== undefined && one.team_id !== home)
    if (isOutside) return 'outsider'
    return among.has(one.id) ? 'officer' : 'staff'
  }

  async function members(usergroup: string): Promise<string[]> {
    try {
      const { users } = await client.usergroups.users.list({ usergroup })
      return users ?? []
    } catch (error) {
      // Who is in no group is no press officer, whoever was one before.
      if (wordOf(error) === 'no_such_subteam' || wordOf(error) === 'plan_upgrade_required')
        officers = new Set()
      throw error
    }
  }

  function peopleOf({ people, groups: ids }: Department): string[] {
    return [...people, ...ids.flatMap((group) => groups.get(group) ?? [])]
  }

  return {
    standing: (user) => standing(user, deciding),
    standingAlone: (user) => standing(user, () => officers),
    standingAsKnown(user) {
      const known = accounts.get(user)
      if (known !== undefined) return standingOf(known.account, deciding())
      return deciding().has(user) ? 'officer' : 'staff'
    },
    isKnown: (user) => accounts.has(user),
    async name(user) {
      // An old name is better than none: the card keeps what it says until something happens.
      const known = await read(user, freshFor.name).catch(() => accounts.get(user)?.account)
      if (known === undefined) return null
      const { profile, real_name, name } = known
      const shown = [profile?.real_name, real_name, profile?.display_name, name]
      return shown.find((one) => one !== undefined && one !== '') ?? null
    },
    officers: deciding,
    onDuty() {
      const away = absent()
      return [...deciding()].filter((user) => !away.has(user))
    },
    signers: () => departments.flatMap(peopleOf),
    departmentsOf: (user) =>
      departments.filter((one) => peopleOf(one).includes(user)).map(({ key }) => key),
    async refresh() {
      for (const group of departments.flatMap((one) => one.groups)) {
        try {
          const { users = [] } = await client.usergroups.users.list({ usergroup: group })
          groups.set(group, users)
        } catch (error) {
          // Who is in no group signs for nobody; while Slack does not answer it is as it was.
          if (wordOf(error) === 'no_such_subteam') groups.delete(group)
        }
      }
      if (isGroup) {
        officers = new Set(await members(given.officers))
      }
      await Promise.all([...officers].map((user) => read(user, freshFor.standing)))
    },
  }
}

function isNobodyHere(error: unknown): boolean {
  return wordOf(error) === 'user_not_found' || wordOf(error) === 'user_not_visible'
}

function wordOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null
}

type OfficersProblem = Extract<StartProblem, { problem: 'officers' }>
export type OfficersTrouble = OfficersProblem['because']

/** Checks that somebody can decide. Answers with the problem, null if all is well. Throws if Slack does
 * not answer. */
export async function checkOfficers(team: Team): Promise<StartProblem | null> {
  const because = await officersTrouble(team)
  return because === null ? null : { problem: 'officers', because }
}

/** Reads the list of press officers again; why nobody can decide, null if somebody can. Throws if Slack does not
 * answer. */
export async function officersTrouble(team: Team): Promise<OfficersTrouble | null> {
  try {
    await team.refresh()
  } catch (error) {
    switch (wordOf(error)) {
      case 'plan_upgrade_required':
        return 'no-plan'
      case 'no_such_subteam':
        return 'no-group'
      case 'user_not_found':
        return 'unknown-user'
      default:
        throw error
    }
  }
  return (await deciders(team)) === 0 ? 'nobody' : null
}

/** How many can decide: press officers who are neither guests nor strangers. Throws if Slack does not answer. */
export async function deciders(team: Team): Promise<number> {
  const standings = await Promise.all([...team.officers()].map((user) => team.standing(user)))
  return standings.filter((standing) => standing === 'officer').length
}
