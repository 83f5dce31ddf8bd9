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
    if (built && isPage(request)) return reply.sendFile('index.html')
    return answerNotFound(reply)
  })
}

/** Names below assets/ hold a hash of their content; everything else may change under its name. */
function cachingOf(path: string): string {
  return path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** The addresses of pages are the web app's business; a file that is not there is not a page. */
function isPage({ method, url }: FastifyRequest): boolean {
  const [path = ''] = url.split('?')
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && !/^\/(api|socket\.io)(\/|$)/.test(path) && !/\.[^/]*$/.test(path)
}

function answerNotFound(reply: FastifyReply): FastifyReply {
  return reply.code(statusOf('no-such-request')).send({ refusal: 'no-such-request' })
}
