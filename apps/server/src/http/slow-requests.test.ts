import Fastify, { type FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { limitSlowBodies } from './slow-requests.ts'

let app: FastifyInstance
afterEach(() => app.close())

/** Says it wants to send ten bytes, and sends one each 20 ms until it is done or cut off. */
async function sendByDrops(path: string): Promise<string> {
  app = Fastify()
  limitSlowBodies(app, 100)
  app.post('/quick', async () => 'done')
  app.post('/slow', { config: { takesItsTime: true } }, async () => 'done')
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n`,
  )
  const drops = [...'"12345678"']
  const dripping = setInterval(() => socket.write(drops.shift() ?? ''), 20)
  let answer = ''
  socket.on('data', (chunk) => (answer += String(chunk)))
  await new Promise((resolve) => socket.once('close', resolve).on('error', () => {}))
  clearInterval(dripping)
  return answer
}

test('[L6] a body that comes by drops is not waited for', async () => {
  expect(await sendByDrops('/quick')).toBe('')
})

test('[L6] but a copy of the data that comes over a slow line is', async () => {
  expect(await sendByDrops('/slow')).toContain('done')
})
