import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress, networkOf } from './client-address.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

test('what a client says of its own address is believed of a trusted proxy only', () => {
  expect(clientAddress([])(from('203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9')
  const behindProxy = clientAddress(['10.0.0.1'])
  expect(behindProxy(from('10.0.0.1', '198.51.100.1'))).toBe('198.51.100.1')
  // What the client itself wrote stands before what the proxy saw.
  expect(behindProxy(from('10.0.0.1', '1.1.1.1, 198.51.100.1'))).toBe('198.51.100.1')
  expect(behindProxy(from('203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9')
})

test.each([
  ['::ffff:192.168.1.7', '192.168.1.7'],
  ['192.168.1.7', '192.168.1.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['fe80::1%wlan0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
