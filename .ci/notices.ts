// Writes THIRD-PARTY-NOTICES.txt: whose work an office installs with this program, under which terms. Each package's
// own licence text, the same text once; what is built into native binaries by the names they carry themselves.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Locked = {
  version: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
}

/** The packages `npm ci --omit=dev` may install, by their folder. */
export function installed(): [folder: string, package_: Locked][] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(lock.packages).filter(
    ([folder, { dev, devOptional }]) => folder !== '' && dev !== true && devOptional !== true,
  )
}

/** "@scope/name 1.2.3". */
export function nameOf([folder, { version }]: [string, Locked]): string {
  return `${folder.split('node_modules/').at(-1)} ${version}`
}

/** What is built into the native binaries of Typst and Resvg: Rust packages, by the paths that are left in them. */
function cratesIn(file: string): string[] {
  const binary = readFileSync(file, 'latin1')
  const paths = binary.matchAll(/registry\/src\/[\w.-]+\/([\w-]+?)-(\d+\.\d+\.\d+[\w.+-]*)\//g)
  return [...new Set([...paths].map(([, name, version]) => `${name} ${version}`))].sort()
}

/** Nobody was asked whether their address may stand here; the names stay. */
const mailAddress = /[ \t]*[<(]?[\w.+-]+@[\w-]+\.[\w.]*\w[>)]?/g

const rule = '='.repeat(80)

function notices(): string {
  const texts = new Map<string, string[]>()
  const silent: string[] = []
  for (const one of installed()) {
    const [folder, { license = 'unknown' }] = one
    // Builds for other machines have the licence of the package they belong to.
    if (!existsSync(folder)) {
      silent.push(`${nameOf(one)} (${license}; a build for another machine)`)
      continue
    }
    const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
    if (files.length === 0) silent.push(`${nameOf(one)} (${license})`)
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .replace(mailAddress, '')
        .trim()
      const name = /font/i.test(file) ? `${nameOf(one)}, the fonts in it` : nameOf(one)
      texts.set(text, [...(texts.get(text) ?? []), name])
    }
  }
  const natives = installed().flatMap(([folder]) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.node'))
          .map((name) => join(folder, name))
      : [],
  )
  return [
    'Amtsfunk is licensed under the EUPL-1.2 (LICENSE). It stands on the work of others, whose terms follow; mail\naddresses are left out.',
    ...[...texts].map(([text, names]) => [rule, names.join('\n'), rule, text].join('\n')),
    [
      rule,
      'Packages without a licence text of their own, with the licence they declare',
      rule,
      ...silent,
    ].join('\n'),
    ...natives.flatMap((file) => {
      const crates = cratesIn(file)
      return crates.length === 0
        ? []
        : [
            [
              rule,
              `Rust packages built into ${file.replace('node_modules/', '')}`,
              'Their licence texts are published with each of them. typst-assets brings fonts: Libertinus Serif and',
              'New Computer Modern (OFL, GUST), DejaVu Sans Mono (Bitstream Vera).',
              rule,
              ...crates,
            ].join('\n'),
          ]
    }),
  ].join('\n\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('THIRD-PARTY-NOTICES.txt', `${notices()}\n`)
}
