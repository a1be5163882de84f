// What Slack makes of a text it is given: stray characters escaped, addresses linked.

const markup = /<(?:[@#!][^<>]*|(?:https?:|mailto:|tel:)[^<>]*)>/
const address = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)"'„“]/
const domain =
  /(?<![\w@/.-])(?:[a-zäöüß\d-]+\.)+(?:de|com|org|net|eu|info)(?:\/[^\s<>|]*[^\s<>|.,;:!?)"'])?(?![\w-])/
const pieces = new RegExp(`(${markup.source})|(${address.source})|(${domain.source})`, 'giu')

/** A message's text as Slack stores it: markup kept, everything else escaped and linked. */
export function storedText(text: string): string {
  let done = 0
  let stored = ''
  for (const match of text.matchAll(pieces)) {
    const [whole, kept, url] = match
    stored += plain(text.slice(done, match.index))
    if (kept !== undefined) stored += whole
    else if (url !== undefined) stored += `<${plain(whole)}>`
    else stored += `<http://${plain(whole)}|${plain(whole)}>`
    done = match.index + whole.length
  }
  return stored + plain(text.slice(done))
}

function plain(text: string): string {
  const ampersands = text.replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
  return ampersands.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
