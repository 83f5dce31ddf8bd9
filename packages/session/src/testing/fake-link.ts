import type { Link, Listener } from '../link.ts'

export type Emitted = {
  readonly event: string
  readonly input: object
  readonly answer: (ack: unknown) => void
}

/** A connection whose other end is the test. `down` makes connecting fail in silence, as a lost network does. */
export function fakeLink(reply: (emitted: Emitted) => void) {
  const listeners = new Map<string, Set<Listener>>()
  const emitted: Emitted[] = []
  let rejects: (() => void)[] = []
  let connected = false
  let wanted = false
  let down = false
  const fire = (event: string, ...values: unknown[]) => {
    for (const listener of listeners.get(event) ?? []) listener(...values)
  }
  const lose = () => {
    if (!connected) return
    connected = false
    for (const reject of rejects) reject()
    rejects = []
    fire('disconnect')
  }
  const come = () => {
    if (!wanted || down || connected) return
    connected = true
    fire('connect')
  }
  const link: Link = {
    get connected() {
      return connected
    },
    get active() {
      return wanted
    },
    on: (event, listener) => listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (event, listener) => listeners.get(event)?.delete(listener),
    connect() {
      wanted = true
      void Promise.resolve().then(come)
    },
    disconnect() {
      wanted = false
      lose()
    },
    emitWithAck: (event, input) =>
      new Promise((resolve, reject) => {
        rejects.push(() => reject(new Error('disconnected')))
        const message = { event, input, answer: resolve }
        emitted.push(message)
        reply(message)
      }),
  }
  return {
    link,
    /** What the page emitted under this name, in order. */
    sent: (event: string) => emitted.filter((message) => message.event === event),
    fire,
    goDown() {
      down = true
      lose()
    },
    comeBack() {
      down = false
      come()
    },
    /** Up again, but what was on its way there is lost and does not know it. */
    swallow() {
      down = false
    },
    refuse(refusal: string) {
      wanted = false
      fire('connect_error', { data: { refusal } })
    },
  }
}

export type FakeLink = ReturnType<typeof fakeLink>
