// The public addresses of the office's posts.
import { addressOf } from '../../core/address.ts'
import type { Account } from '../../desk/ports/network.ts'

/** The address of a post; without a known account the one that X forwards by itself. */
export function linkFor(id: string, account: Account | null, apiUrl: string | null): string {
  if (account === null) return `https://x.com/i/web/status/${id}`
  return `${siteOf(apiUrl)}/${account.handle}/status/${id}`
}

/** The address of an account, where everybody sees what it posted. */
export function accountLink({ handle }: Pick<Account, 'handle'>, apiUrl: string | null): string {
  return `${siteOf(apiUrl)}/${handle}`
}

/** The id in an address of a post of the office, on X or where the stand-in shows it; null for anything
 * else. Addresses without a name (i/web/status) are taken at their word. */
export function idFrom(
  link: string,
  account: Account | null,
  apiUrl: string | null,
): string | null {
  const address = addressOf(link.trim())
  if (address === null) return null
  const { protocol, host, pathname } = address
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const isX = /^(www\.|mobile\.)?(x|twitter)\.com$/.test(host)
  const isStandIn = apiUrl !== null && host === new URL(apiUrl).host
  if (!isX && !isStandIn) return null
  const [, who, id] = /^\/(i\/web|i|\w+)\/status\/(\d+)(?:\/|$)/.exec(pathname) ?? []
  if (who === undefined || id === undefined) return null
  const isOwn = who.toLowerCase() === account?.handle.toLowerCase()
  return isOwn || who === 'i' || who === 'i/web' ? id : null
}

/** The address of anybody's post; an account whose name is not known is left to X. */
export function linkToMention(id: string, handle: string, apiUrl: string | null): string {
  return `${siteOf(apiUrl)}/${handle === '' ? 'i/web' : handle}/status/${id}`
}

/** Where a person posts this answer by hand, signed in to the office's account. */
export function answerByHand(id: string, text: string, apiUrl: string | null): string {
  // Unlike encodeURIComponent it takes half a character, too; a plus sign would be left to chance.
  const query = new URLSearchParams({ in_reply_to: id, text }).toString().replaceAll('+', '%20')
  return `${siteOf(apiUrl)}/intent/tweet?${query}`
}

function siteOf(apiUrl: string | null): string {
  return apiUrl === null ? 'https://x.com' : new URL(apiUrl).origin
}
