import { Worker } from 'node:worker_threads'
import type { Drawn, Order } from './draw-up.ts'

/** Draws a report up in a thread of its own. Rejects with a fault if that breaks off. */
export function drawUpInAThread(order: Order): Promise<Drawn> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./report-worker.js', import.meta.url), {
      workerData: order,
      execArgv: [],
    })
    worker.once('message', resolve)
    worker.once('error', (error) => {
      reject(new Error('drawing up a report broke off', { cause: error }))
    })
    worker.once('exit', (code) => {
      // After a message or an error this changes nothing any more.
      reject(new Error(`drawing up a report ended with code ${code}`))
    })
  })
}
