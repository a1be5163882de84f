// What is said when the workspace changes under the office: channels, the press office's group, the way in.

export type WatchedChannel = 'approval-channel' | 'moderation-channel'
export type ChannelWhy = 'public' | 'shared' | 'archived' | 'not-a-member' | 'not-found'
export type OfficersWhy = 'no-group' | 'no-plan' | 'nobody' | 'unknown-user'

/** What is not as it must be in Slack, and why. */
export type SlackTrouble =
  | { part: WatchedChannel; why: ChannelWhy }
  | { part: 'officers'; why: OfficersWhy }
  /** Slack does not let us in any more. */
  | { part: 'workspace'; why: 'closed' }

/** Everything that is watched in Slack. */
export const watchedParts = [
  'workspace',
  'approval-channel',
  'moderation-channel',
  'officers',
] as const

const channels: Record<WatchedChannel, string> = {
  'approval-channel': 'Freigabekanal',
  'moderation-channel': 'Moderationskanal',
}

/** What is the case, what follows from it, and what helps. */
export function slackTroubleSentence(trouble: SlackTrouble): string {
  switch (trouble.part) {
    case 'workspace':
      return 'Slack lässt Amtsfunk nicht mehr hinein: Das Token ist widerrufen oder die App entfernt. Freigaben und Karten ruhen. Bitte installieren Sie die App im Workspace neu, tragen Sie das neue Token ein und starten Sie Amtsfunk neu.'
    case 'officers':
      return officers[trouble.why]
    default:
      return channelSentences[trouble.why](channels[trouble.part])
  }
}

const channelSentences: Record<ChannelWhy, (channel: string) => string> = {
  public: (channel) =>
    `Der ${channel} ist jetzt öffentlich: Alle im Workspace können dort mitlesen. Amtsfunk schreibt deshalb keine Texte von Bürgerinnen und Bürgern mehr hinein. Bitte machen Sie ihn wieder privat.`,
  shared: (channel) =>
    `Der ${channel} ist jetzt mit einer anderen Organisation geteilt. Dort lesen Fremde mit. Amtsfunk schreibt deshalb keine Texte von Bürgerinnen und Bürgern mehr hinein. Bitte beenden Sie das Teilen des Kanals.`,
  archived: (channel) =>
    `Der ${channel} ist archiviert. Amtsfunk kann dort nichts mehr zeigen. Bitte nehmen Sie ihn wieder in Betrieb.`,
  'not-a-member': (channel) =>
    `Amtsfunk ist nicht mehr im ${channel} und kann dort nichts mehr zeigen. Bitte laden Sie Amtsfunk dort mit /invite @Amtsfunk ein.`,
  'not-found': (channel) =>
    `Amtsfunk findet den ${channel} nicht mehr. Ist er privat, laden Sie Amtsfunk dort bitte mit /invite @Amtsfunk ein. Wurde er gelöscht, braucht Amtsfunk einen neuen.`,
}

const officers: Record<OfficersWhy, string> = {
  'no-group':
    'Die Nutzergruppe der Pressestelle gibt es in Slack nicht mehr. Bis sie wieder da ist, kann niemand etwas freigeben. Bitte stellen Sie die Gruppe wieder her oder ändern Sie PRESS_OFFICERS.',
  'no-plan':
    'Dieser Slack-Tarif kennt keine Nutzergruppen mehr. Deshalb kann niemand etwas freigeben. Bitte tragen Sie in PRESS_OFFICERS die Kennungen der Personen ein.',
  nobody:
    'In der Pressestelle ist in Slack niemand mehr, der freigeben kann. Bitte nehmen Sie jemanden in die Nutzergruppe auf oder ändern Sie PRESS_OFFICERS.',
  'unknown-user':
    'Eine Kennung der Pressestelle gehört in Slack zu keinem Konto mehr. Bitte prüfen Sie PRESS_OFFICERS.',
}
