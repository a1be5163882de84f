// What people, apps and feeds write in Slack, as somebody would copy it for the public.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMessage } from '../../src/slack/message/read-message.ts'
import { asideSentences, type Aside } from '../../src/wording/from-slack.ts'

const read = (message: unknown) => readMessage(message, 'Europe/Berlin')
const asidesOf = (message: unknown): Aside['is'][] => [
  ...new Set(read(message).asides.map(({ is }) => is)),
]

const words = (text: string, style?: Record<string, boolean>) => ({ type: 'text', text, style })
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const rich = (...elements: object[]) => ({ blocks: [{ type: 'rich_text', elements }] })
const typed = (...elements: object[]) => ({
  type: 'message',
  user: 'U0JOERG',
  text: 'was Slack daraus macht',
  ...rich(section(...elements)),
})

describe('what people write', () => {
  test('formatting leaves no marks', () => {
    const message = typed(
      words('Ab Montag', { bold: true }),
      words(' wird die '),
      words('Wentorfer Straße', { italic: true }),
      words(' saniert, '),
      words('npm ci', { code: true }),
      words(' & <mehr>.'),
    )
    expect(read(message)).toEqual({
      text: 'Ab Montag wird die Wentorfer Straße saniert, npm ci & <mehr>.',
      pictures: [],
      asides: [],
    })
  })

  test('a link Slack made by itself is the words that were typed', () => {
    const link = (url: string, text?: string) => ({ type: 'link', url, ...(text && { text }) })
    const said = (url: string, text?: string) => read(typed(link(url, text))).text
    expect(said('http://bergedorf.de', 'bergedorf.de')).toBe('bergedorf.de')
    expect(said('http://Uhr.Info', 'Uhr.Info')).toBe('Uhr.Info')
    expect(said('mailto:presse@bergedorf.de', 'presse@bergedorf.de')).toBe('presse@bergedorf.de')
    expect(said('tel:040115', '040115')).toBe('040115')
    expect(said('https://www.hamburg.de/a?b=1&c=2')).toBe('https://www.hamburg.de/a?b=1&c=2')
    expect(said('https://m%C3%BCnchen.de/%C3%A4', 'münchen.de/ä')).toBe('münchen.de/ä')
  })

  test('words somebody put a link behind keep their link', () => {
    const message = typed(
      words('Mehr '),
      { type: 'link', url: 'https://www.hamburg.de/bergedorf', text: 'auf unserer Seite' },
      words('.'),
    )
    expect(read(message).text).toBe('Mehr auf unserer Seite (https://www.hamburg.de/bergedorf).')
    const short = { type: 'link', url: 'https://www.hamburg.de/bergedorf', text: 'hamburg.de' }
    expect(read(typed(short)).text).toBe('https://www.hamburg.de/bergedorf')
    const inside = { type: 'link', url: 'slack://open', text: 'hier' }
    expect(read(typed(inside)).text).toBe('hier')
  })

  test('emoji are emoji, in their skin tone too', () => {
    const message = typed(
      { type: 'emoji', name: 'tada', unicode: '1f389' },
      { type: 'emoji', name: '+1', unicode: '1f44d-1f3fb', skin_tone: 2 },
      { type: 'emoji', name: 'wave', unicode: '1f44b', skin_tone: 4 },
      { type: 'emoji', name: 'wave::skin-tone-3' },
      { type: 'emoji', name: 'heart' },
      { type: 'emoji', name: 'family', unicode: '1f468-200d-1f469-200d-1f466' },
    )
    expect(read(message)).toMatchObject({ text: '🎉👍🏻👋🏽👋🏼❤️👨‍👩‍👦', asides: [] })
  })

  test('an emoji only this workspace has keeps its name, and that is said', () => {
    const { text, asides } = read(typed({ type: 'emoji', name: 'bergedorf' }))
    expect(text).toBe(':bergedorf:')
    expect(asideSentences(asides)).toContain(':bergedorf: ist kein Emoji')
  })

  test('nobody of the office is named in public by accident', () => {
    const message = typed(
      { type: 'broadcast', range: 'here' },
      words(' Danke, '),
      { type: 'user', user_id: 'U0ANNA' },
      words(' und '),
      { type: 'usergroup', usergroup_id: 'S1' },
      words('! Mehr in '),
      { type: 'channel', channel_id: 'C1' },
    )
    const { text, asides } = read(message)
    expect(text).toBe('Danke, [Name] und [Name]! Mehr in [Kanal]')
    expect(asideSentences(asides)).toBe(
      'Namen aus Slack werden nicht veröffentlicht: Dort steht [Name]. Bitte ersetzen oder löschen Sie es. Kanäle gibt es nur in Slack: Dort steht [Kanal]. Bitte ersetzen oder löschen Sie es. Nicht übernommen: @here.',
    )
  })

  test('lists, quotes and code are lines, numbers go on where the list does', () => {
    const list = (style: string, items: string[], more = {}) => ({
      ...{ type: 'rich_text_list', style, indent: 0, ...more },
      elements: items.map((item) => section(words(item))),
    })
    const message = rich(
      section(words('Bitte mitbringen:\n')),
      list('bullet', ['Ausweis', 'Formular']),
      list('ordered', ['anmelden', 'warten']),
      list('ordered', ['abholen'], { offset: 2 }),
      { type: 'rich_text_quote', elements: [words('Wir sind da.')] },
      { type: 'rich_text_preformatted', elements: [words('a = b')] },
      section(words('\n\n\nGruß')),
    )
    expect(read(message).text).toBe(
      'Bitte mitbringen:\n• Ausweis\n• Formular\n1. anmelden\n2. warten\n3. abholen\nWir sind da.\na = b\n\nGruß',
    )
  })

  test('what is crossed out stays, and is said once', () => {
    const message = typed(
      words('Am '),
      words('Mon', { strike: true }),
      words('tag', { strike: true, bold: true }),
      words(' Dienstag'),
    )
    const { text, asides } = read(message)
    expect(text).toBe('Am Montag Dienstag')
    expect(asides).toEqual([{ is: 'struck', words: 'Montag' }])
  })

  test('a date reads as the office writes dates, a colour as it was typed', () => {
    const date = { type: 'date', timestamp: 1795530600, format: '{date_long} um {time}' }
    expect(read(typed(date)).text).toBe('24.11.2026 um 15:30')
    const ago = { ...date, format: '{ago}', fallback: 'gestern' }
    expect(read(typed(ago, words(', '), { type: 'color', value: '#F405B3' })).text).toBe(
      'gestern, #F405B3',
    )
  })

  test('what was edited reads as it is now', () => {
    const edited = { ...typed(words('Am Dienstag')), edited: { user: 'U0JOERG', ts: '1.2' } }
    expect(read(edited).text).toBe('Am Dienstag')
  })

  test('a part nobody knows yet is said, with the words it has', () => {
    const message = typed(words('Neu: '), { type: 'hologram', text: 'Wort' }, { type: 'canvas' })
    expect(read(message)).toMatchObject({ text: 'Neu: Wort', asides: [{ is: 'unreadable' }] })
  })
})

describe('what hangs on a message', () => {
  test('pictures come along, other files are named', () => {
    const message = {
      ...typed(words('Fotos')),
      files: [
        { id: 'F1', name: 'bad.jpg', mimetype: 'image/jpeg', mode: 'hosted' },
        { id: 'F2', name: 'neu.png' },
        { id: 'F3', name: 'Plan.pdf', mimetype: 'application/pdf' },
        { id: 'F4', mode: 'tombstone' },
      ],
    }
    const { pictures, asides } = read(message)
    expect(pictures).toEqual([
      { id: 'F1', name: 'bad.jpg' },
      { id: 'F2', name: 'neu.png' },
    ])
    expect(asideSentences(asides)).toBe(
      'Nur Bilder können mitkommen. Nicht dabei: „Plan.pdf“ und „Datei“.',
    )
  })

  test('a picture without a word is not nothing; a message of nothing is', () => {
    const picture = { text: '', files: [{ id: 'F1', name: 'a.png', mimetype: 'image/png' }] }
    expect(read(picture).asides).toEqual([])
    expect(asidesOf({ text: '' })).toEqual(['nothing'])
    expect(asidesOf(null)).toEqual(['nothing'])
  })

  test('a forwarded message gives its words, not who wrote it nor where', () => {
    const inner = rich(section(words('Die Brücke ist '), words('frei', { bold: true })))
    const forwarded = {
      ...typed(words('Für X?')),
      attachments: [
        {
          ...{ is_msg_unfurl: true, is_share: true, author_name: 'Jörg Jansen', ts: '1.2' },
          ...{ text: 'Die Brücke ist *frei*', fallback: '[Nov 24] Jörg: Die Brücke ist frei' },
          from_url: 'https://amt.slack.com/archives/C1/p1',
          message_blocks: [{ team: 'T1', channel: 'C1', message: inner }],
          files: [{ id: 'F9', name: 'bruecke.jpg', mimetype: 'image/jpeg' }],
        },
      ],
    }
    expect(read(forwarded)).toEqual({
      text: 'Für X?\n\nDie Brücke ist frei',
      pictures: [{ id: 'F9', name: 'bruecke.jpg' }],
      asides: [],
    })
    const [attachment] = forwarded.attachments
    const plain = { ...attachment!, message_blocks: [] }
    expect(read({ ...forwarded, attachments: [plain] }).text).toBe('Für X?\n\nDie Brücke ist frei')
  })

  test('the address of a message that is shown below leads nowhere for the public', () => {
    const url = 'https://amt.slack.com/archives/C1/p1'
    const message = {
      ...typed({ type: 'link', url }),
      attachments: [{ is_msg_unfurl: true, from_url: url, text: 'Das Bad ist zu.' }],
    }
    expect(read(message).text).toBe('Das Bad ist zu.')
  })

  test('the preview of a link is not what somebody wrote, unless they wrote nothing else', () => {
    const url = 'https://www.hamburg.de/a'
    const preview = {
      ...{
        from_url: url,
        original_url: url,
        service_name: 'hamburg.de',
        fallback: 'hamburg.de: A',
      },
      ...{ title: 'Sperrung der Brücke', title_link: url, text: 'Ab Montag.' },
    }
    const alone = { ...typed({ type: 'link', url }), attachments: [preview] }
    expect(read(alone).text).toBe(`${url}\n\nSperrung der Brücke\nAb Montag.`)
    const both = { ...typed(words('Bitte lesen: '), { type: 'link', url }), attachments: [preview] }
    expect(read(both).text).toBe(`Bitte lesen: ${url}`)
  })
})

describe('what apps and feeds write', () => {
  const bot = { subtype: 'bot_message', bot_id: 'B1', text: "This content can't be displayed." }

  test('blocks of an app give their words, and never that they cannot be displayed', () => {
    const message = {
      ...bot,
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Baustelle :construction:' } },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: 'Ab *Montag* &amp; bis <https://hamburg.de/b|Mai>' },
          fields: [{ type: 'mrkdwn', text: '_Ort_' }],
        },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'Stand: heute' }] },
        { type: 'divider' },
        { type: 'image', image_url: 'https://x.org/a.png', alt_text: 'Kran' },
        { type: 'actions', elements: [{ type: 'button', text: { text: 'Weiter' } }] },
        { type: 'markdown', text: '## Mehr\n- **eins**\n- [zwei](https://hamburg.de/2)' },
      ],
    }
    const { text, asides } = read(message)
    expect(text).toBe(
      'Baustelle 🚧\nAb Montag & bis Mai (https://hamburg.de/b)\nOrt\nStand: heute\nMehr\n• eins\n• zwei (https://hamburg.de/2)',
    )
    expect(asides).toEqual([{ is: 'picture' }])
    for (const placeholder of [bot.text, 'This message contains interactive elements.']) {
      expect(read({ ...bot, text: placeholder })).toMatchObject({
        text: '',
        asides: [{ is: 'nothing' }],
      })
    }
  })

  test('a feed gives title, link and words, each once', () => {
    const link = 'https://www.hamburg.de/pm/1'
    const feed = {
      ...{ subtype: 'bot_message', bot_id: 'B0FEED', text: `<${link}|Freibad öffnet>` },
      attachments: [
        {
          ...{
            title: 'Freibad öffnet',
            title_link: link,
            text: 'Am <!date^1795530600^{date}|24.> geht es los.',
          },
          ...{ fallback: 'hamburg.de: Freibad öffnet', from_url: link },
        },
      ],
    }
    expect(read(feed).text).toBe(`Freibad öffnet (${link})\n\nAm 24.11.2026 geht es los.`)
  })

  test('an attachment gives what it has, and its fallback only where it has nothing', () => {
    const attachments = [
      {
        ...{ pretext: 'Neu im Kalender', title: 'Sitzung', title_link: 'https://hamburg.de/s' },
        ...{
          fields: [
            { title: 'Wann', value: '18 Uhr' },
            { title: 'Plätze', value: 40 },
          ],
        },
        fallback: 'Sitzung um 18 Uhr',
      },
      { fallback: 'Nur so' },
      { fallback: '[no preview available]' },
    ]
    expect(read({ ...bot, attachments }).text).toBe(
      'Neu im Kalender\nSitzung\nhttps://hamburg.de/s\nWann: 18 Uhr\nPlätze: 40\n\nNur so',
    )
  })

  test.each([
    ['Siehe <https://hamburg.de/a?b=1&amp;c=2|hamburg.de>', 'Siehe https://hamburg.de/a?b=1&c=2'],
    ['<mailto:a@b.de|a@b.de>', 'a@b.de'],
    ['Danke, <@U0ANNA|anna> und <!subteam^S1|@presse>!', 'Danke, [Name] und [Name]!'],
    ['<!channel> Achtung in <#C1|bergedorf>', 'Achtung in [Kanal]'],
    ['3 &lt; 4 &amp;amp; 5', '3 < 4 &amp; 5'],
    ['*_beides_* _*beides*_ ~weg~ `*code*` ```a\n*b*```', 'beides beides weg *code* a\n*b*'],
    [
      'Bürger*innen und Kolleg*innen, ~5 Grad bis ~7, a_b_c, 2 * 3 * 4',
      'Bürger*innen und Kolleg*innen, ~5 Grad bis ~7, a_b_c, 2 * 3 * 4',
    ],
    ['&gt; Zitat\n&gt;&gt;&gt; mehr', 'Zitat\nmehr'],
    [
      '*<https://hamburg.de/b|Das Bad>* öffnet :tada: um 10:30:00',
      'Das Bad (https://hamburg.de/b) öffnet 🎉 um 10:30:00',
    ],
  ])('the markup %s reads %s', (text, plain) => {
    expect(read({ text }).text).toBe(plain)
  })
})

test('whatever Slack sends, reading it ends and never throws', () => {
  const key = fc.constantFrom(
    ...['type', 'text', 'blocks', 'elements', 'attachments', 'files', 'title', 'fields', 'url'],
    ...['message_blocks', 'message', 'style', 'fallback', 'offset', 'unicode', 'name', 'rows'],
  )
  const type = fc.constantFrom(
    'rich_text',
    'rich_text_list',
    'section',
    'emoji',
    'link',
    'date',
    'table',
  )
  const anything = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.anything({ maxDepth: 0 }),
      type,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(key, tie('node'), { maxKeys: 6 }),
    ),
  })).node
  fc.assert(
    fc.property(anything, fc.dictionary(key, anything), (one, two) => {
      for (const message of [one, two, { blocks: [two] }, { attachments: [two] }]) {
        const { text, asides } = read(message)
        expect(text).not.toMatch(/[\uE000\uE001]|content can't be displayed/)
        expect(typeof asideSentences(asides)).toMatch(/string|object/)
      }
    }),
  )
})
