import { Agent } from 'node:http'
import { connect as connectPlain } from 'node:net'
import { connect as connectSecure } from 'node:tls'

/** An agent that takes every connection meant for X to another base address, http or https. The client
 * still believes in https://api.x.com: host header and signature stay what they are. */
export function agentTo(base: string): Agent {
  const { protocol, hostname, port } = new URL(base)
  const connection = () =>
    protocol === 'https:'
      ? connectSecure({ host: hostname, port: Number(port || 443), servername: hostname })
      : connectPlain({ host: hostname, port: Number(port || 80) })
  return Object.assign(new Agent({ keepAlive: true }), {
    protocol: 'https:',
    createConnection: connection,
  })
}
