// Makes the stored sample of this version anew: node --import tsx test/db/samples/make.ts 0.2.0
// What a release wrote stays as it is for good; only a version that no office runs yet may be made again.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeSample } from '../../support/sample-database.ts'

const version = process.argv[2]
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
  throw new Error('say which version, for example 0.2.0')
}
const path = join(import.meta.dirname, `${version}.db`)
rmSync(path, { force: true })
makeSample(path)
