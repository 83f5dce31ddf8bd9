import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Network, openNetwork } from './network.ts'
import { until } from './time.ts'

let server: Server
let network: Network
let arrived: string
let sockets: Socket[]

beforeEach(async () => {
  arrived = ''
  sockets = []
  server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      arrived += String(chunk)
      socket.write(`got ${String(chunk)}`)
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  network = await openNetwork(port)
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await network.stop()
  await new Promise((resolve) => server.close(resolve))
})

function phone() {
  const seen = { text: '', closed: false }
  const socket = connect(network.port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  socket.on('close', () => (seen.closed = true))
  socket.on('data', (chunk) => (seen.text += String(chunk)))
  return { socket, seen }
}

const heard = (isSo: () => boolean) => until(isSo, 5_000, () => `arrived: ${arrived}`)

test('what is written arrives, and so does what comes back', async () => {
  const { socket, seen } = phone()
  socket.write('one')
  await heard(() => seen.text === 'got one')
})

test('in a blackhole nothing arrives and nobody is told; afterwards everything does, in order', async () => {
  const { socket, seen } = phone()
  socket.write('one ')
  await heard(() => seen.text === 'got one ')
  const over = network.blackhole(300)
  socket.write('two ')
  const given = phone()
  given.socket.end('three ')
  let isOver = false
  void over.then(() => (isOver = true))
  await heard(() => isOver || arrived !== 'one ')
  expect({ isOver, closed: seen.closed }).toEqual({ isOver: true, closed: false })
  await heard(() => arrived === 'one two three ')
})

test('a cut resets what is connected and turns away who comes, until it is over', async () => {
  const { socket, seen } = phone()
  socket.write('one')
  await heard(() => seen.text === 'got one')
  const over = network.cut(300)
  await heard(() => seen.closed)
  const turnedAway = phone()
  await heard(() => turnedAway.seen.closed)
  await over
  const again = phone()
  again.socket.write('two')
  await heard(() => again.seen.text === 'got two')
})

test('a delay holds up each way', async () => {
  network.delay(100)
  const { socket, seen } = phone()
  const from = performance.now()
  socket.write('one')
  await heard(() => seen.text === 'got one')
  expect(performance.now() - from).toBeGreaterThanOrEqual(199)
})
