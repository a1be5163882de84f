// Who is who at the desk, and who may decide what. The only place where rights are weighed.

/** People are numbers in history; who a number is stands in a table of its own that can be emptied. */
export type Actor = number & { readonly is?: 'actor' }

/** The desk itself, when nobody but the clock or a network moved a matter. */
export const theDesk: Actor = 0

/** What a person may do here. Officers are the press officer and active deputies; outsiders are guests,
 * people of other organisations and bots, whatever else they are. */
export type Standing = 'officer' | 'staff' | 'outsider'

/** Who asks. */
export type Person = { actor: Actor; standing: Standing }
