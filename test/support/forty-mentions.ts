// What forty people might write to the Bezirksamt Bergedorf on one day; invented, on its real topics.
import type { Concern } from '../../src/core/conversation/concerns.ts'

/** Each text with the Anliegen a person would choose. */
export const day: readonly { text: string; concern: Concern }[] = [
  { text: 'Wann wird die Wentorfer Straße wieder in beide Richtungen frei?', concern: 'frage' },
  { text: 'Am Reetwerder ist die Laterne vor Nummer 12 kaputt.', concern: 'hinweis' },
  {
    text: 'Im Schlosspark liegt seit gestern ein umgestürzter Baum auf dem Weg.',
    concern: 'hinweis',
  },
  {
    text: 'Danke für den neuen Spielplatz in Lohbrügge, die Kinder sind begeistert!',
    concern: 'lob',
  },
  { text: 'Kann man im Allermöher See wieder baden oder gilt die Warnung noch?', concern: 'frage' },
  {
    text: 'Ich bekomme seit Wochen keinen Termin für meinen Personalausweis.',
    concern: 'terminwunsch',
  },
  { text: 'Wie lange ist der Curslacker Deich noch gesperrt?', concern: 'frage' },
  {
    text: 'Schlagloch auf dem Radweg Höhe Sander Damm, bitte schnell flicken.',
    concern: 'hinweis',
  },
  { text: 'Wo finde ich die Unterlagen zum Bebauungsplan Oberbillwerder?', concern: 'frage' },
  {
    text: 'Eine Zumutung, wie lange die Baustelle am Weidenbaumsweg schon dauert.',
    concern: 'beschwerde',
  },
  { text: 'Gibt es dieses Jahr wieder den Weihnachtsmarkt am Schloss?', concern: 'frage' },
  { text: 'Auf dem Friedhof Bergedorf ist ein Wasserhahn defekt.', concern: 'hinweis' },
  { text: 'Vielen Dank an die netten Leute im Kundenzentrum!', concern: 'lob' },
  { text: 'Wer ist für den Winterdienst auf dem Neuen Weg zuständig?', concern: 'frage' },
  { text: 'Am Bahnhof liegen überall Scherben auf dem Gehweg.', concern: 'hinweis' },
  { text: 'Wann tagt der Hauptausschuss das nächste Mal öffentlich?', concern: 'frage' },
  { text: 'Peinlich, dass die Ampel am Mohnhof immer noch nicht funktioniert.', concern: 'kritik' },
  { text: 'Darf man an der Dove Elbe mit dem Hund ohne Leine laufen?', concern: 'frage' },
  { text: 'Unsere Redaktion hätte eine Frage zum neuen Radverkehrskonzept.', concern: 'presse' },
  { text: 'Der Grünschnitt vom Boberger Niederung-Weg wurde vergessen.', concern: 'hinweis' },
  { text: 'Wie kann man sich zur Planung am Weidensteg äußern?', concern: 'frage' },
  { text: 'Im Tunnel am S-Bahnhof Nettelnburg ist neues Graffiti.', concern: 'hinweis' },
  { text: 'Super, dass die Schwimmhalle wieder länger auf hat.', concern: 'lob' },
  { text: 'Warum wird nicht endlich der Deichweg beleuchtet?', concern: 'kritik' },
  { text: 'Welche Straßen werden beim Laternenumzug gesperrt?', concern: 'frage' },
  {
    text: 'An der Haltestelle Kirchwerder Landweg ist die Scheibe beschädigt.',
    concern: 'hinweis',
  },
  {
    text: 'Ich habe mich vor drei Monaten beschwert und niemand antwortet.',
    concern: 'beschwerde',
  },
  { text: 'Wo kann ich in Bergedorf alte Elektrogeräte abgeben?', concern: 'frage' },
  { text: 'Der Wanderweg im Bergedorfer Gehölz ist überflutet.', concern: 'hinweis' },
  { text: 'Prima Idee mit den Sitzbänken am Serrahn!', concern: 'lob' },
  { text: 'Wann gibt es wieder Sprechstunden der Seniorenberatung?', concern: 'frage' },
  {
    text: 'Im Park am Grünen Zentrum quillt jeder Mülleimer über, überall Müll.',
    concern: 'hinweis',
  },
  { text: 'Ist die Bücherhalle am Freitag geöffnet?', concern: 'frage' },
  { text: 'Schlechte Beschilderung der Umleitung in Neuengamme.', concern: 'kritik' },
  { text: 'Freue mich über die neuen Bäume in Neuallermöhe.', concern: 'lob' },
  { text: 'Wie melde ich meinen Hund an?', concern: 'frage' },
  { text: 'Auf der A25 staut es sich jeden Morgen, bitte handeln.', concern: 'nicht-zustaendig' },
  { text: 'Gehwegplatten am Lohbrügger Markt sind kaputt, Stolpergefahr.', concern: 'hinweis' },
  { text: 'Bis wann läuft die Ausschreibung für den Kioskplatz am Hafen?', concern: 'frage' },
  { text: 'Wisst ihr, wann die Vierländer Straße gereinigt wird?', concern: 'frage' },
]
