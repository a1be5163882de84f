import type { Fault, Sight } from '../../contract.ts'

type Call = { value: string; name: string }

/** The calls one is likely to want disturbed, the most telling first. */
export function callsOf(service: 'slack' | 'x', sight: Sight): Call[] {
  const own = `/2/users/${sight.x.account.id}`
  const calls = {
    x: [
      { value: 'POST /2/tweets', name: 'Beitrag senden' },
      { value: 'POST /2/media/upload', name: 'Bild hochladen' },
      { value: 'POST /2/media/metadata', name: 'Alternativtext setzen' },
      { value: 'DELETE /2/tweets/:id', name: 'Beitrag löschen' },
      { value: `GET ${own}/tweets`, name: 'Eigene Zeitlinie lesen' },
      { value: `GET ${own}/mentions`, name: 'Erwähnungen lesen' },
    ],
    slack: [
      { value: 'chat.postMessage', name: 'Nachricht senden (chat.postMessage)' },
      { value: 'chat.update', name: 'Nachricht ändern (chat.update)' },
      { value: 'chat.postEphemeral', name: 'Private Nachricht (chat.postEphemeral)' },
      { value: 'reactions.get', name: 'Reaktionen lesen (reactions.get)' },
      { value: 'files.download', name: 'Datei holen' },
      { value: 'files.upload', name: 'Datei hochladen' },
      { value: 'views.open', name: 'Formular öffnen (views.open)' },
      { value: 'views.publish', name: 'Startseite zeigen (views.publish)' },
    ],
  }
  return calls[service]
}

/** Kinds that strike no call of one's choice: the whole service, what it tells the app, or posts only. */
const apart: readonly Fault['kind'][] = [
  'down',
  'twice',
  'late',
  'unheard',
  'late-index',
  'forgetful',
]

/** Whether one chooses which calls a kind strikes. */
export const choosesCall = (kind: Fault['kind']) => !apart.includes(kind)

/** A service that is away stays away until it is back. */
export const choosesTimes = (kind: Fault['kind']) => kind !== 'down'
