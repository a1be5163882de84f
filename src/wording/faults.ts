// What people are told when the program or Slack fails, which is never their doing.

/** A fault, said to the person it happened to. The id stands in the log as well. */
export function faultSentence(id: string): string {
  return `Das hat leider nicht geklappt (Kennung ${id}). Bitte versuchen Sie es noch einmal. Hilft das nicht, nennen Sie bitte der technischen Betreuung die Kennung.`
}

/** Slack does not tell who somebody is, so nothing was decided. */
export function standingUnknownSentence(id: string): string {
  return `Slack antwortet gerade nicht (Kennung ${id}). Amtsfunk kann deshalb nicht prüfen, ob Sie das dürfen, und hat nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.`
}

/** A form did not open; what was typed stands below it. */
export function notOpenedSentence(id: string, hasText: boolean): string {
  const text = hasText ? ' Ihr Text ist nicht verloren, hier können Sie ihn kopieren:' : ''
  return `Das Formular hat sich nicht geöffnet (Kennung ${id}). Bitte versuchen Sie es noch einmal.${text}`
}

/** A button, menu or menu item this program does not know, or whose text it cannot read. */
export const unknownButton =
  'Diese Schaltfläche gehört zu einer älteren Fassung von Amtsfunk. Es hat sich nichts geändert. Bitte nutzen Sie die aktuelle Karte im Kanal.'

/** Somebody wants to propose a message of Amtsfunk itself. */
export const ownMessage =
  'Diese Nachricht ist von Amtsfunk selbst. Was sich mit ihr tun lässt, steht als Schaltfläche darunter.'

/** A form this program does not know, or which does not say what it is about. */
export const unknownForm =
  'Dieses Formular gehört zu einer älteren Fassung von Amtsfunk. Es hat sich nichts geändert. Bitte kopieren Sie Ihren Text und öffnen Sie das Formular neu.'

/** A command that is declared in Slack but not here. */
export function unknownCommand(known: readonly string[]): string {
  return `Diesen Befehl kennt Amtsfunk nicht. Es gibt: ${known.join(', ')}.`
}

/** The office only publishes; nothing citizens write is read. */
export const mentionsOff =
  'Erwähnungen sind in Amtsfunk ausgeschaltet. Ihre technische Betreuung kann sie mit MENTIONS=on einschalten.'
