// A day in pictures, played through the page with the real bot behind it: a photo from a message, a warning with a Kachel
// and its all-clear, a correction, and a consent that is withdrawn. What X has in the end is looked at byte by byte.
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eventually, openTestOffice, type TestOffice } from '../support/office.ts'
import { now, reaches, shows } from '../support/steps.ts'
import { look, become, goTo, visit, widths } from './support/browser.ts'

const vs = 'Fachamt Verbraucherschutz, Gewerbe und Umwelt'

/** A photo from a phone, with the place where it was taken. */
async function photo() {
  const dots = sharp({ create: { width: 600, height: 400, channels: 3, background: '#87a96b' } })
  const bytes = await dots
    .withExif({ IFD0: { Copyright: 'GEHEIM' }, IFD3: { GPSLatitude: '53/1 29/1 0/1' } })
    .jpeg()
    .toBuffer()
  return { name: 'IMG_2231.jpg', mimetype: 'image/jpeg', data: bytes.toString('base64') }
}

/** Every picture of the office's public posts: its alternative text, and whether anything but dots is left in it. */
async function inPublic({ sandbox }: TestOffice) {
  const pictures = sandbox.x.sight().posts.flatMap(({ media }) => media)
  return Promise.all(
    pictures.map(async ({ url, alt }) => {
      const answer = await fetch(url, { headers: { cookie: sandbox.entry.cookie } })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const { exif, icc, xmp, iptc } = await sharp(bytes).metadata()
      const isClean = [exif, icc, xmp, iptc].every((one) => one === undefined)
      return { alt, isClean: isClean && !bytes.includes('GEHEIM') }
    }),
  )
}

test('a day in pictures, from the phone to the public and back', async () => {
  await using office = await openTestOffice({}, Date.parse('2026-11-23T10:00:00+01:00'))
  const { anna, joerg, petra, deniz, sandbox } = office
  const { allgemein } = sandbox.slack.ids.channels
  const page = await visit(sandbox, widths.desk)
  const phone = await visit(sandbox, widths.phone)
  const both = [page, phone]
  await become(page, /Anna/)
  await goTo(page, '#allgemein')
  await goTo(phone, '#freigabe')

  // A message with a photo becomes a proposal.
  const files = [await photo()]
  await anna.tries({
    ...{ as: anna.id, act: 'message', channel: allgemein, text: 'Die Wiese ist fertig!', files },
  })
  const message = await eventually(() => anna.messagesIn(allgemein).at(-1))
  await page.getByRole('link', { name: 'IMG_2231.jpg' }).waitFor()
  await anna.proposesMessage(message)
  const form = page.getByRole('dialog', { name: 'Beitrag vorschlagen' })
  await form.waitFor()
  await form.getByLabel('Thema').selectOption({ label: 'Grün, Spielplätze, Friedhof' })
  await form.getByLabel('Link zur Seite').fill('https://www.hamburg.de/bergedorf/wiese')
  expect(await form.getByLabel('IMG_2231.jpg').isChecked()).toBe(true)
  await form.getByRole('button', { name: 'Einreichen' }).click()
  const second = page.getByRole('dialog', { name: 'Bilder beschreiben' })
  await second.getByRole('img', { name: 'IMG_2231.jpg' }).waitFor()
  await second.getByLabel('Alternativtext').fill('Eine Wiese.')
  await second.getByLabel('Bildnachweis').fill('Foto: Anna Ahlers')
  await second
    .getByLabel('Personen')
    .selectOption({ label: 'Personen zu erkennen, mit Einwilligung' })
  await second.getByLabel('Einwilligung: wo abgelegt?').fill('Ordner 12')
  // What was typed before is still there, and so is the picture.
  expect(await second.getByLabel('Alternativtext').inputValue()).toBe('Eine Wiese.')
  await second.getByRole('img', { name: 'IMG_2231.jpg' }).waitFor()
  await look([page], '1-described')
  await second.getByRole('button', { name: 'Einreichen' }).click()
  await second.waitFor({ state: 'hidden' })
  const card = await eventually(() => petra.cards()[0])

  // The alternative text says too little: it is revised.
  await anna.presses('Überarbeiten', card)
  await anna.submits({})
  await anna.submits({
    ...{ 'altText-1': 'Eine frisch gesäte Wiese im Park, von oben.' },
    'people-1': 'Personen zu erkennen, mit Einwilligung',
  })
  expect(anna.errors()).toEqual({})
  const revised = await eventually(() => petra.cards()[1])
  await shows(revised, 'Eine frisch gesäte Wiese im Park, von oben.', office)
  await goTo(page, '#freigabe')
  for (const each of both) {
    await become(each, /Petra/)
    const alt = 'Eine frisch gesäte Wiese im Park, von oben.'
    await each.getByRole('img', { name: alt }).first().waitFor()
  }
  await look(both, '2-card')
  await petra.presses('Freigeben', revised)
  await reaches(office, 'published')

  // A warning with a Kachel is signed, published, and declared over.
  await anna.types('/warnung Blaualgen im Boberger See.')
  await become(page, /Anna/)
  const warning = page.getByRole('dialog', { name: 'Warnung vorschlagen' })
  await warning.getByLabel('Gebiet').fill('Boberger See')
  await warning
    .getByLabel('Was sollen die Menschen tun?')
    .fill('Bitte nicht baden und Hunde vom Wasser fernhalten.')
  await warning.getByRole('button', { name: 'Kachel erstellen' }).click()
  const tile = page.getByRole('dialog', { name: 'Kachel erstellen' })
  // What the warning says already stands on it.
  expect(await tile.getByLabel('Überschrift').inputValue()).toBe('Blaualgen im Boberger See.')
  expect(await tile.getByLabel('Ort').inputValue()).toBe('Boberger See')
  await look([page], '3-tile')
  await tile.getByRole('button', { name: 'Anfügen' }).click()
  await warning.getByLabel('Kachel: Blaualgen im Boberger See.').waitFor()
  expect(await warning.getByLabel('Wovor wird gewarnt?').inputValue()).toBe(
    'Blaualgen im Boberger See.',
  )
  await anna.submits({
    ...{ text: 'Blaualgen im Boberger See.', area: 'Boberger See', advice: 'Bitte nicht baden.' },
    ...{ source: 'Institut für Hygiene', sourceDate: '2026-11-23', sourceTime: '09:30' },
    ...{ validDate: '2026-11-23', validTime: '18:00', cosigners: [vs] },
    link: 'https://www.hamburg.de/bergedorf/badeseen',
  })
  await anna.submits({})
  expect(anna.errors()).toEqual({})
  const warned = await eventually(() => petra.cards()[2])
  await joerg.reacts('✍️', warned)
  await shows(warned, 'Mitgezeichnet', office)
  await eventually(() => JSON.stringify(now(warned, office).blocks).includes('"Freigeben"'))
  await look(both, '4-warning')
  await petra.presses('Freigeben', now(warned, office))
  await reaches(office, 'published', 2)
  await office.wait({ minutes: 8 * 60 })
  await petra.presses('Entwarnung geben', now(warned, office))
  await petra.submits({})
  const over = await eventually(() => petra.cards()[3])
  await joerg.presses('Mitzeichnen', over)
  await shows(over, 'Mitgezeichnet', office)
  await look(both, '5-all-clear', 'Die Warnung auf X:')
  await deniz.presses('Freigeben', over)
  await reaches(office, 'published', 3)
  await shows(warned, 'Entwarnung gegeben', office)

  // A wrong time is corrected below its post.
  await anna.types('/vorschlag')
  await anna.submits({
    ...{ text: 'Das Bürgerfest beginnt um 14 Uhr.', topic: 'Kultur & Veranstaltungen' },
    noLinkBecause: 'Kurzmeldung',
  })
  const wrong = await eventually(() => petra.cards()[4])
  await petra.presses('Freigeben', wrong)
  await reaches(office, 'published', 4)
  await shows(wrong, 'Veröffentlicht am', office)
  await petra.chooses('follow-up', 'Korrigieren', now(wrong, office))
  await petra.submits({
    text: 'Korrektur: Das Bürgerfest beginnt um 15 Uhr. Wir bitten, den Fehler zu entschuldigen.',
    reason: 'Uhrzeit falsch übertragen',
  })
  const right = await eventually(() => petra.cards()[5])
  await deniz.presses('Freigeben', right)
  await reaches(office, 'published', 5)
  await shows(wrong, 'Veröffentlicht, korrigiert', office)
  const alts = [
    'Warnung: Blaualgen im Boberger See. Bitte nicht baden und Hunde vom Wasser fernhalten. Boberger See.',
  ]
  alts.push('Eine frisch gesäte Wiese im Park, von oben.')
  expect(await inPublic(office)).toEqual(alts.map((alt) => ({ alt, isClean: true })))

  // Somebody on the photo does not agree any more.
  await petra.chooses('follow-up', 'Alle Beiträge mit diesem Bild', now(revised, office))
  await become(page, /Petra/)
  const posts = page.getByRole('dialog', { name: 'Beiträge mit dem Bild' })
  await posts.getByRole('radio').first().check()
  await look([page], '6-same-picture')
  await posts.getByRole('button', { name: 'Löschung vorschlagen' }).click()
  await page.getByText('Gelöscht wird erst nach der Freigabe.').waitFor()
  await petra.closes()
  const retraction = await eventually(() => petra.cards()[6])
  await shows(retraction, 'Gelöscht wird:', office)
  await look(both, '7-retraction', 'Gelöscht wird:')
  await deniz.presses('Freigeben', retraction)
  await reaches(office, 'published', 6)
  await shows(revised, 'Veröffentlicht, wieder gelöscht', office)
  expect((await inPublic(office)).map(({ alt }) => alt)).toEqual(alts.slice(0, 1))
  await page.getByText('Gelöscht: In der Öffentlichkeit ist dieser Beitrag').waitFor()
  await phone.getByRole('button', { name: 'X', exact: true }).click()
  await look(both, '8-public')
}, 120_000)
