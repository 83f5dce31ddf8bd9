/** Checked nowhere: both ends derive their types from the protocol. */
export type Listener = (...values: unknown[]) => void

/** What a session needs of a connection. A socket.io-client `Socket` made with `autoConnect: false` is one. */
export type Link = {
  readonly connected: boolean
  /** It reconnects by itself; false after a refusal, or when the server closed it on purpose. */
  readonly active: boolean
  on(event: string, listener: Listener): unknown
  off(event: string, listener: Listener): unknown
  connect(): unknown
  disconnect(): unknown
  /** Rejects when no answer came in the link's own time, or when the connection broke before it. */
  emitWithAck(event: string, input: object): Promise<unknown>
}

/** Calls back once after so long, unless the returned function is called before. */
export type Schedule = (callback: () => void, afterMillis: number) => () => void
