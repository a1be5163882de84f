// Why the network refused for good, and what to do about it.
import type { RefusalByNetwork } from '../core/outcome.ts'

const reasons: Record<RefusalByNetwork, string> = {
  duplicate: 'Auf dem Konto gibt es schon einen Beitrag mit genau diesem Text.',
  'too-long': 'X hält den Text für zu lang.',
  'reply-not-allowed': 'X lässt an dieser Stelle keine Antwort des Amtes zu.',
  'target-missing': 'X zeigt den Beitrag nicht, an den dieser Text gehört.',
  'no-permission': 'Amtsfunk darf auf dem X-Konto nicht veröffentlichen.',
  unauthorized: 'X erkennt die Zugangsdaten nicht an.',
  'bad-media': 'X nimmt das Bild oder Video nicht an.',
  'account-locked': 'X hat das Konto gesperrt.',
  other: 'X hat den Text nicht angenommen.',
}

const support = 'Bitte sagen Sie der technischen Betreuung Bescheid'

const remedies: Record<RefusalByNetwork, (again: string) => string> = {
  duplicate: (again) => `Bitte ändern Sie den Wortlaut und ${again}.`,
  'too-long': (again) => `Bitte kürzen Sie ihn und ${again}.`,
  'reply-not-allowed': () => 'Ein neuer Versuch hilft hier nicht.',
  'target-missing': () => 'Bitte sehen Sie auf X nach, ob er noch da ist.',
  'no-permission': (again) =>
    `${support}: Der X-App fehlt die Berechtigung „Read and write“. Danach ${again}.`,
  unauthorized: (again) => `${support}. Danach ${again}.`,
  'bad-media': (again) => `Bitte wählen Sie ein anderes und ${again}.`,
  'account-locked': (again) =>
    `Bitte melden Sie sich im Browser bei X an und folgen Sie den Hinweisen. Danach ${again}.`,
  other: (again) => `Bitte ändern Sie ihn und ${again}.`,
}

/** What went wrong. */
export function failedReason(because: RefusalByNetwork): string {
  return reasons[because]
}

/** What to do; `isRest` where earlier parts of a thread are public already. */
export function failedRemedy(because: RefusalByNetwork, isRest: boolean): string {
  return remedies[because](`reichen Sie ${isRest ? 'den Rest' : 'den Beitrag'} neu ein`)
}
