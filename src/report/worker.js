// A thread of its own for reports: an acknowledgement to Slack never waits for a chart. JavaScript, because a thread
// does not inherit what makes Node read TypeScript.
import { parentPort, workerData } from 'node:worker_threads'
// The packages of many files first: reading TypeScript slows the reading of everything down.
import 'vega'
import 'vega-lite'
import 'docx'
import { register } from 'tsx/esm/api'

register()
const { drawUp } = await import('./draw-up.ts')
parentPort?.postMessage(await drawUp(workerData))
