import type { Millis } from '@khac-sau/engine'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { passing } from './time.ts'

/** What lies between the phones and the server. Sockets and requests both go through it. */
export type Network = {
  readonly port: number
  /** Every connection is reset, and no new one comes about for so long. */
  readonly cut: (millis: Millis) => Promise<void>
  /**
   * Nobody is told anything: connections stand, nothing arrives for so long. Then everything does, in order, as TCP
   * sends again what was lost; also what was sent on connections that were given up meanwhile.
   */
  readonly blackhole: (millis: Millis) => Promise<void>
  /** From now on everything arrives so much later. */
  readonly delay: (millis: Millis) => void
  readonly stop: () => Promise<void>
}

export async function openNetwork(serverPort: number): Promise<Network> {
  const sockets = new Set<Socket>()
  const way = createWay()
  let isCut = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}) // a close follows, and that is what is passed on
    socket.on('close', () => sockets.delete(socket))
  }
  const resetAll = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }

  const server = createServer((phoneSide) => {
    keep(phoneSide)
    if (isCut) return void phoneSide.resetAndDestroy()
    const serverSide = connect(serverPort, '127.0.0.1')
    keep(serverSide)
    join(way, phoneSide, serverSide)
    join(way, serverSide, phoneSide)
  })
  const port = await listen(server)

  return {
    port,
    async cut(millis) {
      isCut = true
      resetAll()
      await passing(millis)
      isCut = false
    },
    async blackhole(millis) {
      way.hold()
      await passing(millis)
      way.release()
    },
    delay: way.delay,
    stop() {
      resetAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

type Way = ReturnType<typeof createWay>

/** One queue for all connections, so that a phone's second socket never overtakes what its first one sent. */
function createWay() {
  let delayMillis = 0
  let isHeld = false
  let queue: { readonly arrivesAt: Millis; readonly arrive: () => void }[] = []
  let timer: NodeJS.Timeout | undefined

  const drain = () => {
    clearTimeout(timer)
    if (isHeld) return
    const now = performance.now()
    const due = queue.filter(({ arrivesAt }) => arrivesAt <= now)
    queue = queue.slice(due.length)
    for (const { arrive } of due) arrive()
    const next = queue[0]
    if (next) timer = setTimeout(drain, Math.ceil(next.arrivesAt - now))
  }
  return {
    pass(arrive: () => void) {
      if (!isHeld && delayMillis === 0 && queue.length === 0) return arrive()
      const last = queue.at(-1)?.arrivesAt ?? 0
      queue.push({ arrivesAt: Math.max(last, performance.now() + delayMillis), arrive })
      drain()
    },
    delay(millis: Millis) {
      delayMillis = millis
    },
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      drain()
    },
  }
}

function join({ pass }: Way, from: Socket, to: Socket): void {
  from.on('data', (chunk) => pass(() => void (to.writable && to.write(chunk))))
  from.on('close', () => pass(() => to.end()))
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
