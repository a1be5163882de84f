import { describe, expect, test } from 'vitest'
import {
  soundsLikeEmergency,
  suggestConcern,
  type Concern,
} from '../../../src/core/conversation/concerns.ts'

describe('a citizen in danger raises the alarm who writes', () => {
  const calls = [
    'Hilfe, hier brennt es',
    'HILFE!!!',
    'Hiiiilfe',
    '𝗛𝗶𝗹𝗳𝗲 𝗯𝗶𝘁𝘁𝗲',
    'Feuer in der Chrysanderstraße',
    'FEU\u00ADER',
    'Da brennen zwei Autos am Bahnhof',
    'Ein brennender Müllcontainer in Lohbrügge',
    'Wohnungsbrand im Wiesnerring',
    'Rauch aus dem Keller',
    'Brauchen sofort einen Notarzt',
    'Kind verletzt auf dem Spielplatz',
    'Schwerer Verkehrsunfall auf der B5',
    'Es riecht nach Gas',
    'Gasgeruch im Treppenhaus',
    'Da ertrinkt jemand im Allermöher See',
    'Ein Kind ist ins Eis eingebrochen',
    'Mein Nachbar spricht von Suizid',
    'Ich will nicht mehr leben',
    'Ich bring mich um',
    'Ein Mann ist bewaffnet',
    'Jemand hat geschossen',
    'Hochwasser im Keller, das Wasser steigt',
    'Der Keller läuft voll',
    'Er atmet nicht',
    'Ein Überfall am Markt',
    'U\u0308berfall am Markt',
    'Die Freiwillige Feuerwehr feiert, und daneben brennt das Zelt',
    'Bitte helft, es brennt uns das Dach ab',
    'Hilfe für meine Oma',
    'Niemand kommt. Das ist kein Unfall, das ist ein Überfall',
    '@feuerwehr_hh es brennt!',
    '#Feuer',
    'Please help, the roof is on fire',
    'Kein Notruf möglich',
  ]
  test.each(calls)('%s', (text) => {
    expect(soundsLikeEmergency(text)).toBe(true)
    expect(suggestConcern(text)).toBe('notfall')
  })
})

describe('nobody is alarmed by', () => {
  const peace = [
    'Die Freiwillige Feuerwehr feiert am Samstag',
    'Sommerfest der Freiwilligen Feuerwehr Curslack',
    'Eine brennende Frage: Wann öffnet das Freibad?',
    'Brennende Fragen zum Haushalt',
    'Das brennt mir unter den Nägeln',
    'Feuerwerk an Silvester erlaubt?',
    'Kein Notfall, aber eine kaputte Laterne',
    'Zum Glück wurde niemand verletzt',
    'Ist Rauchen auf dem Spielplatz erlaubt?',
    'Danke für die schnelle Hilfe',
    'Mit Hilfe des Formulars',
    'Grüße nach Brandenburg',
    'Brandneu: der Radweg',
    'Brennnesseln am Weg',
    'Die Messe in der Kirche',
    'Vielen Dank @feuerwehr_hh',
    'Mehr unter https://hilfe.example/feuer',
    'Nachbarschaftshilfe gesucht',
    'Wann ist das Bürgeramt offen?',
    '',
  ]
  test.each(peace)('%s', (text) => {
    expect(soundsLikeEmergency(text)).toBe(false)
    expect(suggestConcern(text)).not.toBe('notfall')
  })

  test('an alarm is judged alike however often it is asked for', () => {
    const answers = [1, 2, 3].map(() => soundsLikeEmergency('Feuer und Flamme! Feuer und Flamme!'))
    expect(answers).toEqual([false, false, false])
  })
})

describe('what a citizen seems to want', () => {
  const table: readonly (readonly [string, Concern | null])[] = [
    ['Ihr seid alle Arschlöcher', 'verstoss'],
    ['Danke ihr Wichser', 'verstoss'],
    ['Jetzt Bitcoins kaufen', 'spam'],
    ['Presseanfrage: Wer ist zuständig?', 'presse'],
    ['Für unsere Zeitung suchen wir Auskunft', 'presse'],
    ['Ich bekomme keinen Termin im Kundenzentrum', 'terminwunsch'],
    ['Wann kommt mein Reisepass?', 'terminwunsch'],
    ['Die Laterne ist defekt, danke', 'hinweis'],
    ['Umgestürzter Baum', 'hinweis'],
    ['UMGESTU\u0308RZTER BAUM', 'hinweis'],
    ['Müll am Ufer', 'hinweis'],
    ['#Schlagloch', 'hinweis'],
    ['Das ist eine Frechheit', 'beschwerde'],
    ['Seit Wochen keine Antwort', 'beschwerde'],
    ['Das ist schlecht gelöst', 'kritik'],
    ['Danke für nichts', 'kritik'],
    ['Enttäuschend', 'kritik'],
    ['Vielen Dank!', 'lob'],
    ['Großartig gemacht', 'lob'],
    ['Stau auf der Autobahn', 'nicht-zustaendig'],
    ['Wann öffnet das Freibad', 'frage'],
    ['Das Freibad öffnet heute?', 'frage'],
    ['Frau Müller grüßt', null],
    ['Der Supermarkt am Terminal', null],
    ['Siehe https://example.org/?termin=1', null],
    ['Unwo', null],
    ['Guten Morgen, Bergedorf', null],
    ['', null],
  ]
  test.each(table)('"%s" suggests %s', (text, concern) => {
    expect(suggestConcern(text)).toBe(concern)
  })
})

test('signs that would swell to half a million letters cost no more than letters', () => {
  const swelling = '\uFDFA'.repeat(30_000)
  expect(suggestConcern(swelling)).toBeNull()
  expect(suggestConcern(`${swelling.slice(1_000)} Hilfe, es brennt!`)).toBe('notfall')
  // Swollen, they took seven times as long as umlauts.
  const [plain, swollen] = ['ä'.repeat(30_000), swelling].map((text) => {
    const before = performance.now()
    for (let one = 0; one < 20; one += 1) suggestConcern(text)
    return performance.now() - before
  })
  expect(swollen).toBeLessThan((plain ?? 0) * 3)
})

test('marks piled up on one letter cost little', () => {
  const before = performance.now()
  suggestConcern(`a${'\u0301'.repeat(12_500)}${'\u0323'.repeat(12_500)} Hilfe!`)
  // Put in order, they took 700 ms.
  expect(performance.now() - before).toBeLessThan(150)
})
