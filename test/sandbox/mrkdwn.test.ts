import { expect, test } from 'vitest'
import { parseInline, parseMrkdwn } from '../../sandbox/page/blocks/parse-mrkdwn.ts'

const text = (words: string) => ({ is: 'text', text: words })

test.each([
  [
    '*fett* und _kursiv_',
    [
      { is: 'bold', children: [text('fett')] },
      text(' und '),
      { is: 'italic', children: [text('kursiv')] },
    ],
  ],
  ['~weg~', [{ is: 'strike', children: [text('weg')] }]],
  [
    '*fett _beides_*',
    [{ is: 'bold', children: [text('fett '), { is: 'italic', children: [text('beides')] }] }],
  ],
  ['`*roh* &lt;b&gt;`', [{ is: 'code', text: '*roh* <b>' }]],
  [
    '<https://hamburg.de?a=1&amp;b=2|Seite>',
    [{ is: 'link', url: 'https://hamburg.de?a=1&b=2', text: 'Seite' }],
  ],
  [
    'siehe https://hamburg.de/x.',
    [
      text('siehe '),
      { is: 'link', url: 'https://hamburg.de/x', text: 'https://hamburg.de/x' },
      text('.'),
    ],
  ],
  [
    '<@U0ANNA> in <#C0FREI|freigabe>',
    [
      { is: 'user', id: 'U0ANNA', label: '' },
      text(' in '),
      { is: 'channel', id: 'C0FREI', label: 'freigabe' },
    ],
  ],
  ['<!here>', [{ is: 'group', label: '@here' }]],
  [':white_check_mark: :unbekannt:', [text('✅ :unbekannt:')]],
  [
    '<!date^1795430000^{date_short} {time}|bald>',
    [{ is: 'date', unix: 1795430000, pattern: '{date_short} {time}', fallback: 'bald', url: null }],
  ],
])('%s is read as Slack reads it', (mrkdwn, nodes) => {
  expect(parseInline(mrkdwn)).toEqual(nodes)
})

test.each(['2*3*4', 'snake_case_name', '14:30:15', 'a ~ b ~ c', '5 * 3 * 2'])(
  '%s stays as it was typed',
  (words) => {
    expect(parseInline(words)).toEqual([text(words)])
  },
)

test('markup that comes in as text stays text', () => {
  expect(parseInline('&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;')).toEqual([
    text('<script>alert(1)</script> &amp;'),
  ])
  expect(parseInline('<javascript:alert(1)|hier>')).toEqual([text('<javascript:alert(1)|hier>')])
})

test('quotes, code blocks and newlines become paragraphs', () => {
  expect(parseMrkdwn('Vorher\n&gt; eins\n> zwei\nNachher')).toEqual([
    { is: 'lines', children: [text('Vorher')] },
    { is: 'quote', children: [text('eins\nzwei')] },
    { is: 'lines', children: [text('Nachher')] },
  ])
  expect(parseMrkdwn('a\n```\n*x*\n  y\n```\nb')).toEqual([
    { is: 'lines', children: [text('a')] },
    { is: 'pre', text: '*x*\n  y' },
    { is: 'lines', children: [text('b')] },
  ])
})
