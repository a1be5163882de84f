// What the local Slack says to people when something does not work.

const sentences: Record<string, string> = {
  already_reacted: 'Sie haben mit diesem Zeichen schon reagiert.',
  channel_not_found: 'Diesen Kanal gibt es nicht, oder Sie gehören nicht dazu.',
  dispatch_failed: 'Das hat nicht funktioniert: Die App ist gerade nicht verbunden.',
  invalid_name: 'Dieses Zeichen kennt Slack nicht.',
  invalid_response_action: 'Wir konnten die Antwort der App nicht verarbeiten.',
  message_not_found: 'Diese Nachricht gibt es nicht mehr.',
  no_reaction: 'Sie haben mit diesem Zeichen nicht reagiert.',
  no_text: 'Bitte schreiben Sie zuerst etwas.',
  not_enabled: 'Die App hat hier keine Startseite.',
  not_found: 'Dieses Formular oder diese Schaltfläche gibt es nicht mehr.',
  operation_timeout:
    'Das hat nicht funktioniert: Die App hat nicht innerhalb von drei Sekunden geantwortet.',
  restricted_action_read_only_channel: 'In dieser Unterhaltung schreibt nur die App.',
  thread_not_found: 'Diesen Thread gibt es nicht mehr.',
  unknown_command: 'Diesen Befehl gibt es nicht.',
  unknown_shortcut: 'Diese Kurzaktion gibt es nicht.',
  user_not_found: 'Diese Person gibt es in diesem Slack nicht.',
}

/** A German sentence for one of Slack's error words. */
export function sentenceFor(error: string): string {
  return sentences[error] ?? `Das hat nicht funktioniert. Slack meldet: ${error}`
}
