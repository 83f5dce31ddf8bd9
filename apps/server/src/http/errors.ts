import type { RefusalCode } from '@khac-sau/protocol'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { statusOf } from './refusal.ts'

/** The one place where an exception becomes an answer: logged whole, told by a code only. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  const context = { err: error, method: request.method, route: request.routeOptions.url, ...idsOf(request.params) }
  if (refusal === 'server-error') request.log.error(context, 'a request failed')
  else request.log.warn(context, `a request was refused: ${refusal}`)
  return reply.code(statusOf(refusal)).send({ refusal })
}

/** Which contest, which member. Keys and codes in addresses let somebody in, and stay out of logs. */
function idsOf(params: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => name.endsWith('Id')))
}

/** Bytes that are no request: Node has closed its ears already, and what follows them is not read. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const refusal: RefusalCode = isTooLong ? 'too-large' : 'bad-request'
  const body = JSON.stringify({ refusal })
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close`
  if (socket.writable) socket.end(`${head}\r\n\r\n${body}`)
  else socket.destroy(error)
}

/** What Fastify and the schemas find wrong with a request carries a 4xx; anything else is a bug of ours. */
function refusalOf(error: unknown): RefusalCode {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return 'too-large'
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : 'server-error'
}
