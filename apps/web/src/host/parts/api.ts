import { type LastChange, Problem, type RefusalCode } from '@khac-sau/protocol'

/** Why something asked of the server did not happen; the last two are this page's own findings. */
export type HostFailure = RefusalCode | 'unreachable' | 'unreadable'

export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Failed

/** With `conflict` comes who was there before, as far as anybody knows. */
export type Failed = {
  readonly ok: false
  readonly failure: HostFailure
  readonly lastChange?: LastChange | null | undefined
}

/** A zod schema, or anything that turns an unknown answer into a known one and throws otherwise. */
export type Shape<Value> = { readonly parse: (value: unknown) => Value }

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type RequestOptions = {
  readonly body?: object | undefined
  /** Sent as it is, instead of a body. */
  readonly file?: Blob | undefined
}

/** For answers whose content nobody needs. */
export const anyAnswer: Shape<null> = { parse: () => null }

export async function request<Value>(
  method: Method,
  path: string,
  shape: Shape<Value>,
  { body, file }: RequestOptions = {},
): Promise<Outcome<Value>> {
  let response: Response
  try {
    response = await fetch(path, { method, credentials: 'same-origin', ...(file ? fileBody(file) : jsonBody(body)) })
  } catch {
    return { ok: false, failure: 'unreachable' }
  }
  const answer = await jsonOf(response)
  if (!response.ok) return failed(response, answer)
  try {
    return { ok: true, value: shape.parse(answer) }
  } catch {
    return { ok: false, failure: 'unreadable' }
  }
}

function jsonBody(body: object | undefined): RequestInit {
  if (!body) return {}
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

function fileBody(file: Blob): RequestInit {
  return { body: file, headers: { 'content-type': 'application/octet-stream' } }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null // No content, or a proxy's own page: what that means is decided by the status.
  }
}

function failed(response: Response, answer: unknown): Failed {
  const problem = Problem.safeParse(answer)
  if (problem.success) return { ok: false, failure: problem.data.refusal, lastChange: problem.data.lastChange }
  if (response.status === 413) return { ok: false, failure: 'too-large' }
  return { ok: false, failure: response.status >= 502 ? 'unreachable' : 'server-error' }
}
