// The calls one is likely to want disturbed, with what they are for.

export const methods = {
  x: [
    { value: 'POST /2/tweets', name: 'Beitrag senden (POST /2/tweets)' },
    { value: 'GET /2/users/:id/tweets', name: 'Eigene Zeitlinie lesen' },
    { value: 'GET /2/users/:id/mentions', name: 'Erwähnungen lesen' },
  ],
  slack: [
    { value: 'chat.postMessage', name: 'Nachricht senden (chat.postMessage)' },
    { value: 'chat.update', name: 'Nachricht ändern (chat.update)' },
    { value: 'chat.postEphemeral', name: 'Private Nachricht (chat.postEphemeral)' },
    { value: 'reactions.get', name: 'Reaktionen lesen (reactions.get)' },
    { value: 'views.open', name: 'Formular öffnen (views.open)' },
    { value: 'views.publish', name: 'Startseite zeigen (views.publish)' },
  ],
}
