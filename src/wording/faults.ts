// What people are told when the program or Slack fails, which is never their doing.

/** A fault, said to the person it happened to. The id stands in the log as well. */
export function faultSentence(id: string): string {
  return `Das hat leider nicht geklappt (Kennung ${id}). Bitte versuchen Sie es noch einmal. Hilft das nicht, nennen Sie bitte der technischen Betreuung die Kennung.`
}

/** Slack does not tell who somebody is, so nothing was decided. */
export const standingUnknownSentence =
  'Slack antwortet gerade nicht. Amtsfunk kann deshalb nicht prüfen, ob Sie das entscheiden dürfen, und hat nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.'

/** The office only publishes; nothing citizens write is read. */
export const mentionsOff =
  'Erwähnungen sind in Amtsfunk ausgeschaltet. Ihre technische Betreuung kann sie mit MENTIONS=on einschalten.'
