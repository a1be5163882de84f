// A thread of its own for reports: an acknowledgement to Slack never waits for a chart.
import { parentPort, workerData } from 'node:worker_threads'
import { drawUp, type Order } from './draw-up.ts'

parentPort?.postMessage(await drawUp(workerData as Order))
