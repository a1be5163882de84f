// Files and folders that nobody else on the machine may read: 0600 and 0700, whatever the umask. On Windows modes say
// nothing, and nothing is looked at.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'

const others = 0o077
const modesCount = process.platform !== 'win32'

/** Whether others may enter or list a folder. */
export function isWide(folder: string): boolean {
  return modesCount && (statSync(folder).mode & others) !== 0
}

/** Makes a folder, and those above it that are missing, for us alone. One that is there stays as it is. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first !== undefined && modesCount) chmodSync(folder, 0o700)
}

/** Makes a file for us alone if it is missing; whether one that was there was open to others until now. */
export function guardFile(file: string): boolean {
  const isThere = existsSync(file)
  if (!isThere) closeSync(openSync(file, 'a', 0o600))
  if (!modesCount || (isThere && (statSync(file).mode & others) === 0)) return false
  chmodSync(file, 0o600)
  return isThere
}
