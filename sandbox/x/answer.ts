// How the local X answers.
import type { Request, Response } from 'express'
import type { Problem } from './problems.ts'

export function answer(res: Response, status: number, body: unknown): void {
  res.status(status).json(body)
}

export function refuse(res: Response, { status, body }: Problem): void {
  res.status(status).type('application/problem+json').send(JSON.stringify(body))
}

/** A query parameter, undefined where it is missing, empty or repeated. */
export function asked(req: Request, name: string): string | undefined {
  const value = req.query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A query parameter with commas between its values. */
export function askedList(req: Request, name: string): string[] {
  return asked(req, name)?.split(',') ?? []
}

/** A parameter of the path, '' where the route has none. */
export function inPath(req: Request, name: string): string {
  const value = req.params[name]
  return typeof value === 'string' ? value : ''
}
