import type { onRequestAsyncHookHandler } from 'fastify'
import { statusOf } from './refusal.ts'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Writes come from this server's own pages only. Every browser that is supported names its page's origin. */
export function refuseCrossSite(allowedOrigins: () => ReadonlySet<string>): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (safeMethods.has(request.method)) return
    const { origin, 'sec-fetch-site': site } = request.headers
    // Older browsers send no Sec-Fetch-Site; the Origin is asked of all.
    const sameSite = site === undefined || site === 'same-origin'
    if (sameSite && origin !== undefined && allowedOrigins().has(origin)) return
    request.log.warn({ origin, site }, 'refused a write from another site')
    return reply.code(statusOf('cross-site')).send({ refusal: 'cross-site' })
  }
}
