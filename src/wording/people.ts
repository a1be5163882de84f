import { theDesk, type Actor } from '../core/people.ts'

/** What sentences about people and times need: the name of an actor and the office's IANA time zone. */
export type Setting = {
  name: (actor: Actor) => string
  zone: string
  /** The name of a department by its key, as the office's settings have it. */
  department?: (key: string) => string
}

/** "VS und Gesundheitsamt": departments by their names. */
export function departmentNames(
  { department = String }: Pick<Setting, 'department'>,
  keys: readonly string[],
): string {
  const names = keys.map(department)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} und ${last}`
}

/** Instead of the name of somebody who was forgotten or whom Slack does not name. */
export const forgottenPerson = '[Name unbekannt]'

/** Who did it; the desk itself is called by the program's name. */
export function nameOf({ name }: Pick<Setting, 'name'>, actor: Actor): string {
  return actor === theDesk ? 'Amtsfunk' : name(actor)
}
