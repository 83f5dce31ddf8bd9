import { connect as connectTcp } from 'node:net'
import { PROTOCOL_VERSION } from '@khac-sau/protocol'
import { origin } from '../testing/live-house.ts'
import { type Abuse, ask, sendBytes } from './abuse.ts'

/** Written by hand: no library would send it. */
const bytes = (name: string, told: string, lines: readonly string[], rest = ''): Abuse => ({
  name: `on the wire: ${name}`,
  told,
  attempt: ({ cookie }) =>
    sendBytes([...lines, `Cookie: ${cookie}`, `Origin: ${origin()}`, 'Connection: close', '', rest].join('\r\n')),
})
/** Were it taken for a request of its own, it would be answered, too. */
const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'

export const wireAbuses: readonly Abuse[] = [
  bytes(
    'a length and chunks',
    '400 bad-request',
    ['POST /api/session HTTP/1.1', 'Host: x', `Content-Length: ${smuggled.length + 5}`, 'Transfer-Encoding: chunked'],
    `0\r\n\r\n${smuggled}`,
  ),
  bytes(
    'two lengths',
    '400 bad-request',
    ['POST /api/session HTTP/1.1', 'Host: x', 'Content-Length: 0', 'Content-Length: 39'],
    smuggled,
  ),
  bytes(
    'chunks by another name',
    '400 bad-request',
    ['POST /api/session HTTP/1.1', 'Host: x', 'Transfer-Encoding: xchunked'],
    `0\r\n\r\n${smuggled}`,
  ),
  bytes(
    'a space before the colon',
    '400 bad-request',
    ['POST /api/session HTTP/1.1', 'Host: x', 'Transfer-Encoding : chunked'],
    `0\r\n\r\n${smuggled}`,
  ),
  bytes(
    'a folded header',
    '400 bad-request',
    ['POST /api/session HTTP/1.1', 'Host: x', 'Transfer-Encoding:', '\tchunked'],
    `0\r\n\r\n${smuggled}`,
  ),
  bytes(
    'a chunk of a length that is none',
    '400 bad-request',
    ['POST /api/session HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Transfer-Encoding: chunked'],
    'zz\r\nxx\r\n0\r\n\r\n',
  ),
  bytes(
    'a negative length',
    '400 bad-request',
    ['POST /api/session HTTP/1.1', 'Host: x', 'Content-Length: -1'],
    smuggled,
  ),
  bytes('headers of 20 kB', '431 too-large', ['GET /healthz HTTP/1.1', 'Host: x', `X: ${'a'.repeat(20_000)}`]),
  bytes('a method that there is not', '400 bad-request', ['JUMP /api/session HTTP/1.1', 'Host: x']),
  bytes('TLS where none is spoken', '400 bad-request', ['\u0016\u0003\u0001\u0002\u0000\u0001\u0000']),
  bytes('a line break within a header', '400 bad-request', [
    'GET /healthz HTTP/1.1',
    'Host: x',
    'X: a\rSet-Cookie: b=c',
  ]),
  {
    name: 'on the wire: a socket of another site’s page',
    told: '400 Forbidden',
    attempt: () =>
      ask('GET', '/socket.io/?EIO=4&transport=websocket', { headers: { ...upgrade, origin: 'https://evil.example' } }),
  },
  {
    name: 'on the wire: a socket of a page whose origin begins as ours does',
    told: '400 Forbidden',
    attempt: () =>
      ask('GET', '/socket.io/?EIO=4&transport=websocket', {
        headers: { ...upgrade, origin: `${origin()}.evil.example` },
      }),
  },
  {
    name: 'on the wire: a socket without a socket, by polling',
    told: '400 {"code":0,"message":"Transport unknown"}',
    attempt: () => ask('GET', '/socket.io/?EIO=4&transport=polling'),
  },
  { name: 'on the wire: a frame of 20 kB', told: 'cut', attempt: () => frames(textFrame(`4${'x'.repeat(20_000)}`)) },
  {
    name: 'on the wire: a message of 20 kB, in pieces',
    told: 'cut',
    attempt: () => frames(textFrame('4', 0x01), ...Array.from({ length: 5 }, () => textFrame('x'.repeat(4_000), 0x00))),
  },
  {
    name: 'on the wire: a frame that is not masked',
    told: 'cut',
    attempt: () => frames(Buffer.from('810334302f', 'hex')),
  },
  {
    name: 'on the wire: a frame of a kind that there is not',
    told: 'cut',
    attempt: () => frames(textFrame('x', 0x8f)),
  },
  {
    name: 'on the wire: text that is no UTF-8',
    told: 'cut',
    attempt: () => frames(textFrame(Buffer.from('34c080', 'hex'))),
  },
  { name: 'on the wire: a packet that is none', told: 'cut', attempt: () => frames(textFrame('49{')) },
  {
    name: 'on the wire: an event before any door',
    told: 'cut',
    attempt: () => frames(textFrame('42/host,1["host:command",{"type":"finish"}]')),
  },
  {
    name: 'on the wire: an event by a reserved name',
    told: 'cut',
    attempt: () => frames(hello, textFrame('42/member,["disconnect"]')),
  },
  {
    name: 'on the wire: an attachment that never comes',
    told: 'cut',
    attempt: () =>
      frames(
        hello,
        textFrame('451-/member,["x",{"_placeholder":true,"num":0}]'),
        textFrame('42/member,1["member:roster",{}]'),
      ),
  },
  {
    name: 'on the wire: a thousand attachments',
    told: 'cut',
    attempt: () => frames(hello, textFrame('459999-/member,["x"]')),
  },
  {
    name: 'on the wire: a message by bits and no end',
    told: 'cut',
    attempt: () => frames(...Array.from({ length: 500 }, () => textFrame('4'))),
  },
]

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': Buffer.alloc(16).toString('base64'),
}

/** Lets in nobody, and so is answered and leaves the connection as it is. */
const hello = textFrame(`40/member,${JSON.stringify({ protocolVersion: PROTOCOL_VERSION, roomCode: '000000' })}`)

/** A masked frame as a browser would send it. */
function textFrame(content: string | Buffer, head = 0x81): Buffer {
  const payload = Buffer.from(content)
  const size = payload.length
  const length = size < 126 ? Buffer.from([0x80 | size]) : Buffer.from([0xfe, size >> 8, size & 0xff])
  // A mask of zeros leaves it readable.
  return Buffer.concat([Buffer.from([head]), length, Buffer.alloc(4), payload])
}

/** A WebSocket by hand: `cut` when the server ends it, or says that it does, within its patience. */
function frames(...sent: readonly Buffer[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectTcp(Number(new URL(origin()).port), '127.0.0.1')
    const headers = Object.entries({ host: 'x', origin: origin(), ...upgrade })
    const lines = headers.map(([name, value]) => `${name}: ${value}`)
    let received = Buffer.alloc(0)
    const end = (how: string) => {
      clearTimeout(patience)
      socket.destroy()
      resolve(how)
    }
    const patience = setTimeout(() => end('still open'), 3_000)
    socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    socket.once('data', () => sent.forEach((frame) => socket.write(frame)))
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      if (hasCloseFrame(received.subarray(received.indexOf('\r\n\r\n') + 4))) end('cut')
    })
    socket.on('error', () => {})
    socket.on('close', () => end('cut'))
  })
}

/** What this server sends here is short. */
function hasCloseFrame(received: Buffer): boolean {
  for (let at = 0; at + 1 < received.length;) {
    if (received[at] === 0x88) return true
    const short = received[at + 1] ?? 0
    at += short === 126 ? 4 + received.readUInt16BE(at + 2) : 2 + short
  }
  return false
}
