import type { IncomingMessage, ServerResponse } from 'node:http'

/** Tells every open page that something may look different now. */
export function changes() {
  const pages = new Set<ServerResponse>()
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
      for (const page of pages) page.write('event: change\ndata:\n\n')
    },
    /** Ends all streams, so that the server can close. */
    stop(): void {
      for (const page of pages) page.end()
      pages.clear()
    },
  }
}
