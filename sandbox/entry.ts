// Who may see the sandbox and play in it: whoever opened the address it printed at its start. Everybody else on this
// machine, and every other website, stands before a closed door.
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const name = 'einlass'
/** Programs show keys of their own here, and files a word only their readers know. */
const programs = /^\/(api|files|2|oauth2)\//

/** Whether a path is for programs and not for people. */
export const isForPrograms = (path = '/') => programs.test(path)

/** The door of one start. `token`: a word nobody can guess; `port`: cookies are shared by all ports of a machine. */
export function entry(token: string, port: string) {
  const cookie = `${name}-${port}`

  return {
    /** What is hung on the address that opens the door. */
    query: `?${name}=${token}`,
    /** What a browser sends that came in: "einlass-3000=…". */
    cookie: `${cookie}=${token}`,
    /** Whether a request may come in. Whoever brings the word is given a cookie that no other website can send. */
    admits(request: IncomingMessage, response: ServerResponse): boolean {
      const asked = request.url ?? '/'
      const [pathname = '', query] = asked.split('?')
      const searchParams = new URLSearchParams(query)
      if (isForPrograms(pathname)) return true
      if (isSame(cookieOf(request, cookie), token)) return true
      if (request.method !== 'GET' || !isSame(searchParams.get(name), token)) return false
      response.setHeader('set-cookie', `${cookie}=${token}; Path=/; HttpOnly; SameSite=Strict`)
      return true
    },
  }
}

/** Says how to come in: to people on a page, to the page's own calls in a sentence. */
export function refuseStranger(request: IncomingMessage, response: ServerResponse): void {
  const sentence =
    'Bitte öffnen Sie den Übungsraum über die Adresse, die beim Start angezeigt wird. Sie gilt bis zum nächsten Start.'
  const wantsPage = request.headers.accept?.includes('text/html') === true
  const type = wantsPage ? 'text/html' : 'application/json'
  const body = wantsPage
    ? `<!doctype html><html lang="de"><meta name="viewport" content="width=device-width"><title>Übungsraum</title><body style="font:1.1rem/1.5 system-ui;max-width:34rem;margin:3rem auto;padding:0 1rem"><h1>Übungsraum</h1><p>${sentence}`
    : JSON.stringify({ ok: false, error: 'not_admitted', sentence })
  response.writeHead(401, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

function cookieOf({ headers }: IncomingMessage, wanted: string): string | null {
  const found = headers.cookie?.split(/; */).find((one) => one.startsWith(`${wanted}=`))
  return found?.slice(wanted.length + 1) ?? null
}

function isSame(shown: string | null, token: string): boolean {
  const [a, b] = [Buffer.from(shown ?? ''), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
