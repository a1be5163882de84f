// The program as tests and the campaign start it: each entry put into one file once, so that a start costs half a
// second instead of two. It is what `npm start` runs, word for word.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
// Below the root, so that packages are found; git does not look there.
const folder = join(root, 'built')

/** A file that names its own place goes on naming it. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\/(src|db|commands|test|sandbox)\/.*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }))
  },
}

const entries = [
  'src/main.ts',
  'src/cli/history.ts',
  'src/cli/report.ts',
  'test/support/jumping-clock.ts',
  'test/campaign/own-clock.ts',
]

/** Where an entry ("src/main.ts") stands once it is built. */
export function builtPath(entry: string): string {
  return join(folder, entry.replace(/\.ts$/, '.mjs'))
}

/** Builds every entry as it is now. */
export async function buildEntries(): Promise<void> {
  await build({
    entryPoints: entries.map((entry) => join(root, entry)),
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [places],
  })
}

/** Vitest calls it once before all tests. */
export default buildEntries
