import type { FastifyInstance } from 'fastify'
import type { ServerOptions } from 'node:http'

/** L6: how long a request may take to say what it wants, and then to say all of it. */
export const slowRequests = {
  /** Looked at every two seconds. Whoever connects and says nothing is closed as well. */
  server: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
  bodyMillis: 20_000,
  /** Of a copy that is uploaded over a slow line; and of what is still sent after the answer. */
  wholeMillis: 30 * 60_000,
} satisfies { readonly server: ServerOptions; readonly bodyMillis: number; readonly wholeMillis: number }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** L6: its body is large, and comes over whatever line there is. */
    readonly takesItsTime?: boolean
  }
}

/** A body that comes by drops is not waited for. */
export function limitSlowBodies(app: FastifyInstance, bodyMillis: number): void {
  const patience = new WeakMap<object, NodeJS.Timeout>()
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.takesItsTime) return
    const { socket } = request.raw
    patience.set(
      request,
      setTimeout(() => socket.destroy(), bodyMillis),
    )
  })
  const stop = async (request: object) => clearTimeout(patience.get(request))
  app.addHook('preValidation', stop)
  app.addHook('onResponse', stop)
  app.addHook('onRequestAbort', stop)
}
