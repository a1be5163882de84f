/** The address a text is, null where it is none. Not by `URL.canParse`: Node 20 answers no for a host with an umlaut
 * once the question was asked often. Pure. */
export function addressOf(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
