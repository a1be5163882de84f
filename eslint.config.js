import { posix as path } from 'node:path'
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// Who may import whom, `asType` by `import type` only, `packages` where not every package is welcome.
// A room may always enter itself. src/main.ts, tests and benchmarks may enter every room; no room may
// enter src/main.ts.
const rooms = [
  {
    room: 'src/core',
    may: [],
    packages: ['temporal-polyfill', 'feiertagejs', 'diff', 'node:crypto'],
  },
  { room: 'src/wording', may: ['src/core'] },
  { room: 'db', may: ['src/core'] },
  { room: 'src/desk', may: ['src/core', 'src/wording', 'db'], asType: ['src/clock.ts'] },
  { room: 'src/networks', may: ['src/core'], asType: ['src/desk/ports', 'src/clock.ts'] },
  {
    room: 'src/slack',
    may: ['src/core', 'src/wording', 'commands'],
    asType: ['src/desk', 'src/clock.ts'],
  },
  { room: 'commands', may: ['src/core', 'src/wording'], asType: ['src/desk'] },
  { room: 'src/web', may: ['src/core'] },
  { room: 'src/pictures', may: ['src/core'] },
  { room: 'src/typefaces', may: [] },
  { room: 'src/tiles', may: ['src/core', 'src/typefaces'] },
  { room: 'src/report', may: ['src/core', 'src/wording', 'src/typefaces'] },
  {
    // Where what is kept becomes a report.
    room: 'src/report/draw-up.ts',
    may: ['src/report', 'src/core', 'src/wording', 'src/typefaces', 'db', 'src/networks'],
  },
  { room: 'src/cli', may: ['src/core', 'src/wording', 'src/config.ts', 'db', 'src/report'] },
  {
    room: 'src/health',
    may: ['src/core', 'src/wording', 'db'],
    asType: ['src/desk', 'src/clock.ts'],
  },
  {
    room: 'src/office',
    may: ['src/core', 'src/wording', 'src/tiles', 'db'],
    asType: ['src/desk', 'src/slack', 'src/networks', 'src/health', 'src/clock.ts'],
  },
  { room: 'src/*.ts', may: ['src/core'] },
  { room: 'src/config.ts', may: ['src/core', 'src/wording'] },
  { room: 'sandbox', may: [] },
]

export default defineConfig(
  globalIgnores(['data/', 'built/', 'coverage/', 'reports/', '.stryker-tmp/']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreUsingDeclarations: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Rooms are objects of functions: nothing here knows a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // A fault that does not concern a call simply lets it pass.
    files: ['sandbox/**'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['src/**', 'sandbox/**', 'commands/**', 'db/**'],
    ignores: [
      'src/main.ts',
      'src/cli/**',
      'src/report/worker.js',
      'src/pictures/worker.js',
      'src/web/feed-worker.js',
    ],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...hiddenImports(), ...traps()],
    },
  },
  rooms.flatMap(doors),
  {
    // An office wires the whole bot, but does not know whether it is in a sandbox; a trial does.
    files: ['src/office/office.ts', 'src/office/desks.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../main.ts', '../trial.ts', '../../sandbox/*'] }, decoding()] },
      ],
    },
  },
  {
    files: ['src/trial.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['./main.ts'] }, decoding()] }],
    },
  },
  { files: ['src/main.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    // No clock, no dice, no I/O.
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals()],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock: pass `now` in.' },
        { object: 'Temporal', property: 'Now', message: 'The core has no clock: pass `now` in.' },
        { object: 'Math', property: 'random', message: 'The core throws no dice: pass it in.' },
      ],
      'no-restricted-syntax': ['error', ...hiddenImports(), ...traps(), ...impureSyntax()],
    },
  },
)

/** One configuration for each depth of folders in a room: an import path is relative to its file. */
function doors({ room, may, asType = [], packages }) {
  const isFile = room.endsWith('.ts')
  const depths = isFile ? [0] : [1, 2, 3, 4]
  const open = [...may, ...asType.map((name) => `${name} (types)`)].join(', ')
  return depths.map((depth) => {
    const files = room + '/*'.repeat(depth)
    const folder = path.dirname(files)
    const inside = isFile ? [] : [String.raw`(?:\./|(?:\.\./){0,${depth - 1}})(?!\.)`]
    const leadsTo = (names) => names.map((name) => pathFrom(folder, name))
    const allowed = [...inside, ...leadsTo(may), ...leadsTo(asType)]
    return {
      files: [files],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: `^(?=\\.)(?!${allowed.join('|')})`,
                message: `${room} may import ${open || 'nothing of the other rooms'}.`,
              },
              ...leadsTo(asType).map((regex) => ({
                regex: `^${regex}`,
                allowTypeImports: true,
                message: `${room} may import this as a type only.`,
              })),
              ...(room === 'src/pictures' ? [] : [decoding()]),
              { regex: String.raw`^\./\.|/\./|[^./]/\.\./`, message: 'Write the path plainly.' },
              ...(packages === undefined ? [] : [onlyPackages(room, packages)]),
            ],
          },
        ],
      },
    }
  })
}

/** What decodes files of strangers has no place in the process that holds the keys. */
function decoding() {
  return { regex: '^sharp$', message: 'Pictures are made ready in src/pictures only.' }
}

function onlyPackages(room, packages) {
  const regex = `^(?!\\.|(?:${packages.join('|')})$)`
  return { regex, message: `Of packages, ${room} may import ${packages.join(' and ')} only.` }
}

/** A regular expression for the paths by which a file in `folder` names a file of `room`. */
function pathFrom(folder, room) {
  const relative = path.relative(folder, room)
  const specifier = relative === '' ? '.' : relative.startsWith('.') ? relative : `./${relative}`
  return specifier.replaceAll('.', String.raw`\.`) + (room.endsWith('.ts') ? '$' : '/')
}

/** Imports that no-restricted-imports does not look at. */
function hiddenImports() {
  const message = 'Import at the top of the file, where the table of rooms is checked.'
  return [
    { selector: 'ImportExpression', message },
    { selector: 'TSImportType', message },
  ]
}

/** What does not do what it says. */
function traps() {
  return [
    {
      selector: 'MemberExpression[object.name="URL"][property.name="canParse"]',
      message: 'Node 20 answers wrongly once it runs hot: use addressOf (src/core/address.ts).',
    },
    {
      selector: 'MemberExpression[property.name="plainSvg"]',
      message:
        "Typst's builds for other machines end the whole process: use svg (src/tiles/draw.ts).",
    },
  ]
}

function impureGlobals() {
  const clocks = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance']
  const inAndOut = ['process', 'fetch', 'WebSocket', 'crypto', 'globalThis', 'global']
  const message = 'The core is pure: pass the value in.'
  return [...clocks, ...inAndOut].map((name) => ({ name, message }))
}

function impureSyntax() {
  return [
    {
      selector: ':matches(NewExpression[arguments.length=0], CallExpression)[callee.name="Date"]',
      message: 'The core has no clock: pass `now` in.',
    },
    {
      selector:
        'ImportDeclaration[source.value="node:crypto"] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier, ImportSpecifier[imported.name!="createHash"])',
      message: 'Of node:crypto the core uses createHash only.',
    },
  ]
}
