/** What was seen of a public page: it is there, with its title if it has one; it answers with an error; it did not
 * answer in time; or its address leads to where the public cannot go. */
export type PageSeen =
  | { is: 'there'; title: string | null }
  | { is: 'missing'; status: number }
  | { is: 'silent' }
  | { is: 'not-public' }

/** Looks at a page. Never throws. */
export type LookAtPage = (url: string) => Promise<PageSeen>
