import { request as httpRequest } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { origin } from '../testing/live-house.ts'
import type { Scene } from './scene.ts'

/** Somebody tries something, and is told that it is refused; what may not change is looked at by the suite. */
export type Abuse = {
  readonly name: string
  /** Status and code over HTTP, the code alone on a socket; `cut` where nothing is said. */
  readonly told: string
  readonly attempt: (scene: Scene) => Promise<string>
}

type Asking = {
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: object | string | Buffer
}

/** As no browser would ask: every header as it is given, the path as it is written. */
export function ask(method: string, path: string, { cookie, headers = {}, body }: Asking = {}): Promise<string> {
  const payload = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  // Said, because Node says it for no DELETE.
  const lengthBytes = payload === undefined ? 0 : Buffer.byteLength(payload)
  const about = { 'content-type': 'application/json', 'content-length': String(lengthBytes) }
  const given = { origin: origin(), cookie, ...(payload === undefined ? {} : about) }
  const sent = Object.entries({ ...given, ...headers }).filter(([, value]) => value !== undefined) as [string, string][]
  const { port } = new URL(origin())
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: Object.fromEntries(sent), agent: false },
      (response) => {
        let text = ''
        response.on('data', (chunk) => (text += String(chunk)))
        response.on('end', () => resolve(`${response.statusCode} ${toldIn(text)}`))
      },
    )
    asked.on('error', reject)
    asked.end(payload)
  })
}

/** Byte for byte, over a connection of its own, which is read until it ends. */
export function sendBytes(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectTcp(Number(new URL(origin()).port), '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => (text += String(chunk)))
    socket.on('error', () => {})
    socket.on('close', () => resolve(answersIn(text)))
    socket.setTimeout(3_000, () => socket.destroy())
    socket.write(bytes)
  })
}

/** Of each answer on the connection its status and code: a smuggled request would have one of its own. */
function answersIn(text: string): string {
  const answers = text.split(/(?=HTTP\/1\.1 \d{3})/).filter(Boolean)
  if (answers.length === 0) return 'cut'
  return answers
    .map((answer) => `${answer.slice(9, 12)} ${toldIn(answer.slice(answer.indexOf('\r\n\r\n') + 4))}`)
    .join(', ')
}

function toldIn(text: string): string {
  const code = /"refusal":"([^"]+)"/.exec(text)?.[1]
  return code ?? text.slice(0, 80)
}
