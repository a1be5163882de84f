import { auskunft } from './auskunft.ts'
import { auslastung } from './auslastung.ts'
import { bericht } from './bericht.ts'
import type { SlashCommand } from './command.ts'
import { erfahrung } from './erfahrung.ts'
import { erwaehnungen } from './erwaehnungen.ts'
import { hilfe } from './hilfe.ts'
import { loeschung } from './loeschung.ts'
import { plan } from './plan.ts'
import { suche } from './suche.ts'
import { profilcheck } from './profilcheck.ts'
import { stopp } from './stopp.ts'
import { vertretung } from './vertretung.ts'
import { vorschlag } from './vorschlag.ts'
import { warnung } from './warnung.ts'

const all: readonly SlashCommand[] = [
  vorschlag,
  warnung,
  plan,
  erwaehnungen,
  bericht,
  erfahrung,
  auskunft,
  loeschung,
  stopp,
  auslastung,
  vertretung,
  profilcheck,
  suche,
]

/** Everything staff can type. manifest.json declares the same (kept true by a test). */
export const commands: readonly SlashCommand[] = [...all, hilfe(all)]
