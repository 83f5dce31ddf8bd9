import { connect, type Socket } from 'node:net'

/** A WebSocket that is written and read byte by byte, so that it can send what no library would. */
export type RawSocket = {
  readonly send: (bytes: Buffer) => void
  /** The texts that came so far, in order. */
  readonly texts: readonly string[]
  readonly isClosed: () => boolean
  /** Resolves when so many texts came for which it is so, or the other end has closed. */
  readonly until: (isSo: (texts: readonly string[]) => boolean, patienceMillis: number) => Promise<boolean>
  readonly close: () => void
}

export function openRawSocket(
  port: number,
  headers: Readonly<Record<string, string>> = {},
  path = '/socket.io/?EIO=4&transport=websocket',
): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const texts: string[] = []
    const waiting = new Set<() => void>()
    let received: Buffer = Buffer.alloc(0)
    let isOpen = false
    let closed = false
    const wake = () => {
      for (const look of waiting) look()
    }
    const raw: RawSocket = {
      send: (bytes) => void (socket.writable && socket.write(bytes)),
      texts,
      isClosed: () => closed,
      close: () => socket.destroy(),
      until: (isSo, patienceMillis) =>
        new Promise((settle) => {
          const end = (is: boolean) => {
            clearTimeout(timer)
            waiting.delete(look)
            settle(is)
          }
          const timer = setTimeout(() => end(false), patienceMillis)
          const look = () => {
            if (isSo(texts)) end(true)
            else if (closed) end(false)
          }
          waiting.add(look)
          look()
        }),
    }
    socket.setNoDelay(true)
    socket.write(upgradeRequest(port, headers, path))
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      if (!isOpen) {
        const end = received.indexOf('\r\n\r\n')
        if (end < 0) return
        if (!received.subarray(0, 16).toString().includes('101')) {
          reject(new Error(received.subarray(0, end).toString()))
          return void socket.destroy()
        }
        received = received.subarray(end + 4)
        isOpen = true
        resolve(raw)
      }
      received = readFrames(received, socket, texts)
      wake()
    })
    socket.on('error', (error) => reject(error))
    socket.on('close', () => {
      closed = true
      reject(new Error('closed'))
      wake()
    })
  })
}

/** Client frames are masked; a mask of zeros leaves them readable. */
export function frameOf(payload: string | Buffer, head = 0x81): Buffer {
  const content = Buffer.from(payload)
  const size = content.length
  const length =
    size < 126
      ? Buffer.from([0x80 | size])
      : size < 65_536
        ? Buffer.from([0xfe, size >> 8, size & 0xff])
        : Buffer.from([0xff, 0, 0, 0, 0, size >>> 24, (size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff])
  return Buffer.concat([Buffer.from([head]), length, Buffer.alloc(4), content])
}

function upgradeRequest(port: number, headers: Readonly<Record<string, string>>, path: string): string {
  const lines = Object.entries({
    host: `localhost:${port}`,
    origin: `http://localhost:${port}`,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

/** Whole frames are taken off the front; pings of either kind are answered, as a browser does. */
function readFrames(received: Buffer, socket: Socket, texts: string[]): Buffer {
  let rest = received
  for (;;) {
    const [head = 0, short = 0] = rest
    const start = short === 126 ? 4 : short === 127 ? 10 : 2
    if (rest.length < start) return rest
    const size = short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short
    if (rest.length < start + size) return rest
    const payload = rest.subarray(start, start + size)
    const kind = head & 0x0f
    if (kind === 1) {
      const text = payload.toString()
      if (text === '2') socket.write(frameOf('3'))
      else texts.push(text)
    } else if (kind === 9) socket.write(frameOf(payload, 0x8a))
    rest = rest.subarray(start + size)
  }
}
