// A port that leads to another address: it can be opened late, and it can keep answers back.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'

export type Bridge = {
  /** Keeps back what is answered from now on. */
  hold(): void
  /** Lets through what was kept back, and everything after it. */
  release(): void
  address: string
  [Symbol.dispose](): void
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Lets a port (0: any) lead to an address from now on. */
export async function bridgeTo(address: string, port = 0): Promise<Bridge> {
  const kept: (() => void)[] = []
  let holds = false
  const server = createServer((near) => {
    const far = connect(Number(new URL(address).port), '127.0.0.1')
    near.pipe(far)
    const passOn = (step: () => unknown) => {
      if (holds) kept.push(step)
      else step()
    }
    far.on('data', (data: Buffer) => {
      passOn(() => near.write(data))
    })
    far.on('end', () => {
      passOn(() => near.end())
    })
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
    near.on('close', () => far.destroy())
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    hold() {
      holds = true
    },
    release() {
      holds = false
      for (const letThrough of kept.splice(0)) letThrough()
    },
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.dispose]() {
      server.close()
    },
  }
}
