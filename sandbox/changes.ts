import type { IncomingMessage, ServerResponse } from 'node:http'

/** Many things change in one breath; pages are told once per breath. In milliseconds. */
const breath = 20

/** Tells every open page that something may look different now. */
export function changes() {
  const pages = new Set<ServerResponse>()
  let coming: NodeJS.Timeout | undefined
  return {
    /** Keeps the answer open as an event stream. */
    listen(request: IncomingMessage, response: ServerResponse): void {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      })
      response.write('retry: 1000\n\n')
      pages.add(response)
      request.on('close', () => pages.delete(response))
    },
    /** Something changed. */
    tell(): void {
      coming ??= setTimeout(() => {
        coming = undefined
        for (const page of pages) page.write('event: change\ndata:\n\n')
      }, breath)
    },
    /** Ends all streams, so that the server can close. */
    stop(): void {
      clearTimeout(coming)
      for (const page of pages) page.end()
      pages.clear()
    },
  }
}
