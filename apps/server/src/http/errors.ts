import type { RefusalCode } from '@khac-sau/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { statusOf } from './refusal.ts'

/** The one place where an exception becomes an answer: logged whole, told by a code only. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  const context = { err: error, method: request.method, route: request.routeOptions.url, params: request.params }
  if (refusal === 'server-error') request.log.error(context, 'a request failed')
  else request.log.warn(context, `a request was refused: ${refusal}`)
  return reply.code(statusOf(refusal)).send({ refusal })
}

/** What Fastify and the schemas find wrong with a request carries a 4xx; anything else is a bug of ours. */
function refusalOf(error: unknown): RefusalCode {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return 'too-large'
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : 'server-error'
}
