// A small language for what a Block Kit object may look like; a check adds a sentence per problem.

/** Adds "[ERROR] … [json-pointer:…]" to problems for whatever is wrong with value. */
export type Check = (value: unknown, at: string, problems: string[]) => void

export type Fields = Record<string, Check>

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The pieces of a list; none where it is no list. */
export function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function problem(problems: string[], at: string, sentence: string): void {
  problems.push(`[ERROR] ${sentence} [json-pointer:${at}]`)
}

export function string(max: number, min = 1): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string') problem(problems, at, 'must provide a string')
    else if (value.length < min) {
      problem(problems, at, `must be more than ${min - 1} characters`)
    } else if (value.length > max) {
      problem(problems, at, `must be less than ${max + 1} characters`)
    }
  }
}

export const flag: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') problem(problems, at, 'must provide a boolean')
}

export const integer =
  (min: number, max: number): Check =>
  (value, at, problems) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) {
      problem(problems, at, `must provide a whole number from ${min} to ${max}`)
    }
  }

export const oneOf =
  (...words: readonly string[]): Check =>
  (value, at, problems) => {
    if (!words.includes(String(value))) {
      problem(problems, at, `must be one of: ${words.join(', ')}`)
    }
  }

export const pattern =
  (regex: RegExp, what: string): Check =>
  (value, at, problems) => {
    if (typeof value !== 'string' || !regex.test(value)) problem(problems, at, `invalid ${what}`)
  }

/** Free objects that the sandbox does not look into. */
export const anything: Check = () => undefined

export function list(item: Check, max: number, min = 1): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value)) {
      problem(problems, at, 'must provide an array')
      return
    }
    if (value.length < min) problem(problems, at, `no less than ${min} items required`)
    if (value.length > max) problem(problems, at, `no more than ${max} items allowed`)
    value.forEach((one, index) => {
      item(one, `${at}/${index}`, problems)
    })
  }
}

/** An object with these fields and, as Slack has it, no other. */
export function object(required: Fields, optional: Fields = {}): Check {
  return (value, at, problems) => {
    if (!isObject(value)) {
      problem(problems, at, 'must be an object')
      return
    }
    for (const [name, check] of Object.entries(required)) {
      if (value[name] === undefined) problem(problems, at, `missing required field: ${name}`)
      else check(value[name], `${at}/${name}`, problems)
    }
    for (const [name, one] of Object.entries(value)) {
      if (name in required || one === undefined) continue
      const check = optional[name]
      if (check === undefined) problem(problems, at, `invalid additional property: ${name}`)
      else check(one, `${at}/${name}`, problems)
    }
  }
}

/** An object whose "type" says which of the shapes it must have. */
export function byType(shapes: () => Record<string, Check>): Check {
  return (value, at, problems) => {
    const type = isObject(value) ? String(value.type) : ''
    const shape = shapes()[type]
    if (shape === undefined) problem(problems, `${at}/type`, `unsupported type: ${type}`)
    else shape(value, at, problems)
  }
}
