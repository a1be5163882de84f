// Are known weaknesses in the packages an office installs? Asks the registry; one that does not answer is no finding,
// and no all-clear either.
import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/** Weaknesses that do not concern us, by the package they are in, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {}

export type Verdict = { is: 'sound' | 'weak' | 'unanswered'; says: string }

type Report = {
  vulnerabilities?: Record<string, { severity: string; range?: string }>
  metadata?: object
}

/** What `npm audit --json` said. High and critical findings count, unless they are excepted; everything that is no
 * report means that the registry could not be asked. */
export function verdictOf(said: string, excepted = exceptions): Verdict {
  const report = parsed(said)
  if (report?.metadata === undefined || report.vulnerabilities === undefined) {
    return {
      is: 'unanswered',
      says: 'The registry could not be asked about known weaknesses: nothing is known, neither good nor bad.',
    }
  }
  const found = Object.entries(report.vulnerabilities).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  )
  const open = found.filter(([name]) => !Object.hasOwn(excepted, name))
  const known = found.flatMap(([name]) =>
    excepted[name] === undefined ? [] : [`${name}: ${excepted[name]}`],
  )
  const lines = open.map(([name, { severity, range = '' }]) => `${name} ${range} (${severity})`)
  return open.length > 0
    ? { is: 'weak', says: ['Known weaknesses in what an office installs:', ...lines].join('\n') }
    : { is: 'sound', says: ['No high or critical weakness is known.', ...known].join('\n') }
}

function parsed(said: string): Report | null {
  try {
    return JSON.parse(said) as Report
  } catch {
    return null
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  execFile('npm', ['audit', '--omit=dev', '--json'], { timeout: 60_000 }, (_, said) => {
    const { is, says } = verdictOf(said)
    console.log(says)
    process.exitCode = is === 'weak' ? 1 : 0
  })
}
