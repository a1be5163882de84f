// A process of its own for pictures: see pictures.ts. JavaScript, because it does not inherit what makes Node read
// TypeScript.
import process from 'node:process'
// The package of many files first: reading TypeScript slows the reading of everything down.
import 'sharp'
import { register } from 'tsx/esm/api'

register()
const { prepare } = await import('./prepare.ts')

// Whoever stops the bot from a terminal stops this as well; the bot says when it is time.
process.on('SIGINT', () => undefined)
// Not `exit`, which waits for what is being decoded.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.on('message', (bytes) => {
  prepare(bytes).then(
    (made) => process.send({ made }),
    (fault) => process.send({ fault: String(fault?.stack ?? fault) }),
  )
})
process.send({ isOpen: true })
