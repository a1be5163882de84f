// Where X is: live behind https://api.x.com, or somewhere else posing as it.
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'

/** The agent the client sends through. With an address, the client goes on believing in
 * https://api.x.com (same Host header, same signature) while the bytes go there; the path of the address
 * does not count. No connection is used twice: one that X closed in between would cost us the knowledge
 * whether a post got out. */
export function agentFor(apiUrl: string | null): http.Agent {
  if (apiUrl === null) return new https.Agent({ keepAlive: false })
  const { protocol, hostname, port } = new URL(apiUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const createConnection =
    protocol === 'https:'
      ? () =>
          tls.connect({
            host,
            port: Number(port || 443),
            ...(net.isIP(host) ? {} : { servername: host }),
          })
      : () => net.connect({ host, port: Number(port || 80) })
  // Node compares the protocol of the agent with that of the request, which is https.
  return Object.assign(new http.Agent({ keepAlive: false }), {
    protocol: 'https:',
    createConnection,
  })
}

/** The same agent; `exceeded` hears when more bytes than `most` came in over one of its connections, headers
 * included. */
export function measured(agent: http.Agent, most: number, exceeded: () => void): http.Agent {
  const connect = agent.createConnection.bind(agent)
  return Object.assign(agent, {
    createConnection(...given: Parameters<typeof connect>) {
      const socket = connect(...given)
      let read = 0
      socket?.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read <= most) return
        exceeded()
        socket.destroy()
      })
      return socket
    },
  })
}
