import { connect, createServer } from 'node:net'
import { expect, test, vi } from 'vitest'
import { kernelRoundTrips, parseRoundTrips } from './kernel-round-trips.ts'

const output = `0      0      192.168.1.2:3000      192.168.1.7:47926
	 cubic wscale:10,10 rto:208 rtt:7.408/12.233 minrtt:4.013 snd_wnd:134144
0      0      [::ffff:192.168.1.2]:3000      [::ffff:192.168.1.9]:40184
	 cubic rto:204 rtt:120.022/0.011 minrtt:98 snd_wnd:119808
0      0      [fe80::1]:3000      [fe80::2]:40185
	 cubic rto:204 rtt:120.022/0.011 snd_wnd:119808
`

test('the least round trip of each connection is read by its other end, however the address is written', () => {
  expect([...parseRoundTrips(output)]).toEqual([
    ['192.168.1.7:47926', 4.013],
    ['192.168.1.9:40184', 98],
  ])
})

test('it asks in the background, not more than once in five seconds, and answers from what it knows', async () => {
  let now = 0
  const list = vi.fn<(port: number) => Promise<string>>(() => Promise.resolve(output))
  const kernel = kernelRoundTrips({ localPort: () => 3_000, now: () => now, list })
  const remote = { address: '::ffff:192.168.1.7', port: 47_926 }
  expect(kernel.of(remote)).toBeNull()
  await vi.waitFor(() => expect(kernel.of(remote)).toBe(4.013))
  now = 4_999
  kernel.of(remote)
  expect(list).toHaveBeenCalledTimes(1)
  now = 5_000
  kernel.of(remote)
  expect(list).toHaveBeenCalledTimes(2)
})

test('where nothing can be asked it gives up asking', async () => {
  let now = 0
  const list = vi.fn<(port: number) => Promise<string>>(() => Promise.reject(new Error('no ss')))
  const kernel = kernelRoundTrips({ localPort: () => 3_000, now: () => now, list })
  for (; now < 60_000; now += 6_000) {
    expect(kernel.of({ address: '192.168.1.7', port: 1 })).toBeNull()
    await Promise.resolve()
    await Promise.resolve()
  }
  expect(list).toHaveBeenCalledTimes(1)
})

test.runIf(process.platform === 'linux')(
  'on Linux a connection of this machine takes less than a second',
  async () => {
    const server = createServer((socket) => socket.resume())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const localPort = typeof address === 'object' && address !== null ? address.port : 0
    const client = connect(localPort, '127.0.0.1')
    await new Promise((resolve) => client.once('connect', resolve))
    let now = 0
    const kernel = kernelRoundTrips({ localPort: () => localPort, now: () => (now += 6_000) })
    const remote = { address: '127.0.0.1', port: client.localPort }
    await vi.waitFor(() => expect(kernel.of(remote)).toBeLessThan(1_000), { timeout: 10_000, interval: 200 })
    client.destroy()
    server.close()
  },
  20_000,
)
