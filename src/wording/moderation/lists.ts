// The office's lists, as staff read them (docs/regeln.md, "Themen, Anliegen, Stellen").
import type { Concern } from '../../core/conversation/concerns.ts'
import type { Awaited, Fachamt, Referral } from '../../core/conversation/conversation.ts'
import type { MeasureKind, MilderMeans, Rule } from '../../core/measure/measure.ts'

export const concernLabels: Record<Concern, string> = {
  frage: 'Frage',
  hinweis: 'Hinweis/Schaden',
  lob: 'Lob',
  kritik: 'Kritik',
  beschwerde: 'Beschwerde',
  terminwunsch: 'Terminwunsch',
  presse: 'Presse',
  spam: 'Spam',
  verstoss: 'Verstoß',
  notfall: 'Notfall',
  'nicht-zustaendig': 'nicht zuständig',
}

export const awaitedLabels: Record<Awaited, string> = {
  fachamt: 'ein Fachamt',
  freigabe: 'die Freigabe',
  buerger: 'die Bürgerin oder den Bürger',
}

export const referralLabels: Record<Referral, string> = {
  'melde-michel': 'Melde-Michel',
  '115': 'Hamburg Service 115',
  stadtreinigung: 'Stadtreinigung',
  'polizei-feuerwehr': 'Polizei oder Feuerwehr',
  bukea: 'BUKEA',
  lsbg: 'LSBG',
  hvv: 'hvv',
  autobahn: 'Autobahn GmbH',
  bezirksversammlung: 'Bezirksversammlung',
  andere: 'eine andere Stelle',
}

export const fachamtLabels: Record<Fachamt, string> = {
  'interner-service': 'Interner Service',
  personalservice: 'Personalservice',
  ressourcensteuerung: 'Ressourcensteuerung',
  rechtsamt: 'Rechtsamt',
  einwohnerwesen: 'Einwohnerwesen',
  personenstandswesen: 'Personenstandswesen',
  grundsicherung: 'Grundsicherung und Soziales',
  jugend: 'Jugend- und Familienhilfe',
  sozialraum: 'Sozialraummanagement',
  gesundheit: 'Gesundheit',
  baupruefung: 'Bauprüfung',
  stadtplanung: 'Stadt- und Landschaftsplanung',
  mr: 'Management des öffentlichen Raumes (MR)',
  vs: 'Verbraucherschutz, Gewerbe und Umwelt (VS)',
  wirtschaft: 'Wirtschaftsförderung',
  rkd: 'Regionaler Katastrophendienststab (RKD)',
}

export const measureLabels: Record<MeasureKind, string> = {
  hinweis: 'Hinweis geben',
  verbergen: 'Verbergen',
  stummschalten: 'Stummschalten',
  blockieren: 'Blockieren',
  melden: 'Bei X melden',
}

export const ruleLabels: Record<Rule, string> = {
  1: 'Beleidigung, Verleumdung, Bedrohung',
  2: 'Diskriminierung, Hass, Gewalt',
  3: 'Strafbare Inhalte',
  4: 'Personenbezogene Daten Dritter',
  5: 'Urheberrecht',
  6: 'Werbung, Spam, Links ohne Bezug',
  7: 'Wiederholung, Kommentarflut',
  8: 'Ohne Bezug zum Thema',
}

/** A rule to choose, with its number; the last one is never for more than a hint. */
export function ruleOption(rule: Rule): string {
  return `${rule} ${ruleLabels[rule]}${rule === 8 ? ' (nur ein Hinweis)' : ''}`
}

export const milderLabels: Record<MilderMeans, string> = {
  hinweis: 'Hinweis auf die Netiquette',
  gespraech: 'Antwort oder Gespräch',
  verbergen: 'Verbergen des einzelnen Beitrags',
  stummschalten: 'Stummschalten',
  keine: 'Kein milderes Mittel kommt in Frage',
}
