import { Worker } from 'node:worker_threads'
import type { Drawn, Order } from './draw-up.ts'

/** How long a report may take, in milliseconds: what takes longer will not end. */
const patience = 120_000

/** Draws a report up in a thread of its own. Rejects with a fault if that breaks off. */
export function drawUpInAThread(order: Order): Promise<Drawn> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: order,
      execArgv: [],
    })
    const late = setTimeout(() => void worker.terminate(), patience)
    worker.once('message', resolve)
    worker.once('error', (error) => {
      reject(new Error('drawing up a report broke off', { cause: error }))
    })
    worker.once('exit', (code) => {
      clearTimeout(late)
      // After a message or an error this changes nothing any more.
      reject(new Error(`drawing up a report ended with code ${code}`))
    })
  })
}
