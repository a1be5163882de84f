// A thread of its own for feeds: nobody in Slack waits while two megabytes of something are read. JavaScript, because a
// thread does not inherit what makes Node read TypeScript.
import { parentPort, workerData } from 'node:worker_threads'
import 'fast-xml-parser'
import 'zod'
import { register } from 'tsx/esm/api'

register()
const { parseFeed } = await import('./parse-feed.ts')
const { bytes, contentType, base } = workerData
parentPort?.postMessage(parseFeed(bytes, contentType, base))
