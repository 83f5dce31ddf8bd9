import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { statusOf } from './refusal.ts'

/** The built pages. Without a build, as in development, there are none to serve. */
export function serveStaticFiles(app: FastifyInstance, webRoot: string): void {
  const built = existsSync(join(webRoot, 'index.html'))
  if (built) {
    void app.register(fastifyStatic, {
      root: webRoot,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const page = built ? pageOf(request) : null
    return page === null ? answerNotFound(reply) : reply.sendFile(page)
  })
}

/** Names below assets/ hold a hash of their content; everything else may change under its name. */
function cachingOf(path: string): string {
  return path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** Host, projector, remote, connection check, a member's link, board and guides are pages of their own; every other address is a member's: a room, or the entry. */
const rolePages = [
  [/^\/host(\/|$)/, 'host.html'],
  [/^\/screen\/[^/]+\/?$/, 'screen.html'],
  [/^\/remote\/?$/, 'remote.html'],
  [/^\/check\/[^/]+\/?$/, 'check.html'],
  [/^\/link\/?$/, 'link.html'],
  [/^\/b\/[^/]+\/?$/, 'board.html'],
  [/^\/huong-dan\/?$/, 'huong-dan.html'],
  [/^\/guide\/?$/, 'guide.html'],
  [/^\/fairness\/?$/, 'fairness.html'],
  [/^\/quyen-rieng-tu\/?$/, 'quyen-rieng-tu.html'],
  [/^\/privacy\/?$/, 'privacy.html'],
  [/^\/nang-cap\/?$/, 'nang-cap.html'],
  [/^\/upgrading\/?$/, 'upgrading.html'],
] as const

/** The addresses of pages are the web app's business; a file that is not there is not a page. */
function pageOf({ method, url }: FastifyRequest): string | null {
  const [path = ''] = url.split('?')
  const isRead = method === 'GET' || method === 'HEAD'
  if (!isRead || /^\/(api|socket\.io)(\/|$)/.test(path) || /\.[^/]*$/.test(path)) return null
  return rolePages.find(([address]) => address.test(path))?.[1] ?? 'index.html'
}

function answerNotFound(reply: FastifyReply): FastifyReply {
  return reply.code(statusOf('no-such-request')).send({ refusal: 'no-such-request' })
}
