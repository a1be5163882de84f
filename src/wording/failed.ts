// Why the network refused for good, and what to do about it.
import type { RefusalByNetwork } from '../core/outcome.ts'

export const failedTitle = 'Fehlgeschlagen'

const again = 'und reichen Sie den Beitrag neu ein.'
const support = 'Bitte sagen Sie der technischen Betreuung Bescheid'

const words: Record<RefusalByNetwork, string> = {
  duplicate: `Auf dem Konto gibt es schon einen Beitrag mit genau diesem Text. Bitte ändern Sie den Wortlaut ${again}`,
  'too-long': `X hält den Text für zu lang. Bitte kürzen Sie ihn ${again}`,
  'reply-not-allowed':
    'X lässt an dieser Stelle keine Antwort des Amtes zu. Ein neuer Versuch hilft nicht.',
  'no-permission': `Amtsfunk darf auf dem Konto nicht veröffentlichen. ${support}: Der X-App fehlt die Berechtigung „Read and write“. Reichen Sie den Beitrag danach neu ein.`,
  unauthorized: `X erkennt die Zugangsdaten nicht an. ${support}. Reichen Sie den Beitrag danach neu ein.`,
  'bad-media': `X nimmt das Bild oder Video nicht an. Bitte wählen Sie ein anderes ${again}`,
  'account-locked': `X hat das Konto gesperrt. Bitte melden Sie sich im Browser bei X an, folgen Sie den Hinweisen ${again}`,
  other: `X hat den Beitrag nicht angenommen. Bitte ändern Sie ihn ${again}`,
}

/** What went wrong and what to do. */
export function failedWords(because: RefusalByNetwork): string {
  return words[because]
}
