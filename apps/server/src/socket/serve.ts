import { type Ack, type Input, readInput, type Reply, type RequestTable } from '@khac-sau/protocol'

type Listening = { on(name: string, listener: (...sent: unknown[]) => void): unknown }

export type Handlers<Table extends RequestTable> = {
  readonly [Name in keyof Table]: (input: Input<Table, Name>) => Promise<Ack<Reply<Table, Name>>>
}

/**
 * The one place where what a page sent becomes a typed value, and where every ack is sent: a malformed request is
 * refused before it reaches its handler, a bug is reported and still answered.
 */
export function serve<Table extends RequestTable>(
  socket: Listening,
  table: Table,
  handlers: Handlers<Table>,
  report: (error: unknown, about: string) => void,
): void {
  for (const name of Object.keys(table)) {
    const request = table[name]
    const handle = handlers[name]
    if (!request || !handle) throw new Error(`no handler for ${name}`)
    socket.on(name, (raw, ...rest) => {
      // The ack comes last, whatever else was sent or left out.
      const ack = rest.at(-1) ?? raw
      const answer: (reply: Ack<unknown>) => void = typeof ack === 'function' ? (reply) => void ack(reply) : () => {}
      const input = readInput(request.input, raw)
      if (!input.success) return answer({ ok: false, refusal: 'bad-request' })
      // The table that parsed the input is the one that types the handler's.
      handle(input.data as Input<Table, typeof name>).then(answer, (error: unknown) => {
        report(error, name)
        answer({ ok: false, refusal: 'server-error' })
      })
    })
  }
}
