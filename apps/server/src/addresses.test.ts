import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, test } from 'vitest'
import { allowedOrigins, type Interfaces, lanAddress, lanAddresses, publicUrlOf, reachOf } from './addresses.ts'

const loopback = { lo: [ipv4('127.0.0.1', true)] }

describe('the address that phones are sent to', () => {
  test('is the one that was decided, whatever the network says', () => {
    const environment = { publicUrl: 'https://thi.example.vn', port: 3000 }

    expect(publicUrlOf(environment, '192.168.1.7')).toBe('https://thi.example.vn')
  })

  test('is else the address in the LAN, a private one before others', () => {
    const interfaces = {
      ...loopback,
      eth0: [ipv4('113.161.2.3')],
      wlan0: [ipv4('192.168.1.7')],
      eth1: [ipv4('10.0.0.4')],
    }

    expect(urlIn(interfaces)).toBe('http://192.168.1.7:3000')
    expect(lanAddresses(interfaces)).toEqual(['192.168.1.7', '10.0.0.4', '113.161.2.3'])
  })

  test('is this machine when there is no network', () => {
    expect(urlIn(loopback)).toBe('http://localhost:3000')
  })

  test('leaves out port 80, as browsers do', () => {
    expect(publicUrlOf({ publicUrl: undefined, port: 80 }, '10.1.1.1')).toBe('http://10.1.1.1')
  })

  test('stays the one that phones know while it is there and no other is likelier', () => {
    const both = { eth0: [ipv4('192.168.2.4')], wlan0: [ipv4('192.168.1.7')] }

    expect(lanAddress(both)).toBe('192.168.2.4')
    expect(lanAddress(both, '192.168.1.7')).toBe('192.168.1.7')
    expect(lanAddress({ ...both, wlan0: [ipv4('10.0.0.5')] }, '10.0.0.5')).toBe('192.168.2.4')
    expect(lanAddress({ wlan0: [ipv4('10.0.0.5')] }, '192.168.1.7')).toBe('10.0.0.5')
  })

  test('stays the last one while there is no network', () => {
    expect(lanAddress(loopback, '192.168.1.7')).toBe('192.168.1.7')
    expect(lanAddress(loopback)).toBeUndefined()
  })
})

test.each([
  ['http://localhost:3000', 'nowhere'],
  ['http://127.0.0.1', 'nowhere'],
  ['http://192.168.1.7:3000', 'network'],
  ['http://10.1.2.3', 'network'],
  ['http://172.20.10.2:3000', 'network'],
  ['http://may-chieu:3000', 'network'],
  ['http://khacsau.local', 'network'],
  ['https://thi.example.vn', 'internet'],
  ['http://113.161.2.3:3000', 'internet'],
])('phones come to %s by: %s', (url, reach) => {
  expect(reachOf(url)).toBe(reach)
})

test.each([
  'docker0',
  'br-3f2a',
  'veth12ab',
  'virbr0',
  'vEthernet (WSL)',
  'VirtualBox Host-Only Network',
  'VMware Network Adapter VMnet8',
  'tun0',
  'utun3',
  'tailscale0',
])('an address of %s is no way for a phone', (name) => {
  expect(lanAddresses({ [name]: [ipv4('192.168.56.1')], 'Wi-Fi': [ipv4('172.20.10.2')] })).toEqual(['172.20.10.2'])
})

test('an address that a machine gave itself, and IPv6, are no way for a phone', () => {
  const ipv6 = { ...ipv4('fe80::1'), family: 'IPv6', scopeid: 2 } as const

  expect(lanAddresses({ eth0: [ipv4('169.254.3.4'), ipv6], gone: undefined })).toEqual([])
})

test('pages may come from the decided address, this machine and every address of it', () => {
  const interfaces = { ...loopback, wlan0: [ipv4('192.168.1.7')], docker0: [ipv4('172.17.0.1')] }

  expect([...allowedOrigins({ publicUrl: 'https://thi.example.vn', port: 3000 }, interfaces)]).toEqual([
    'https://thi.example.vn',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'http://192.168.1.7:3000',
    'http://172.17.0.1:3000',
  ])
})

function urlIn(interfaces: Interfaces): string {
  return publicUrlOf({ publicUrl: undefined, port: 3000 }, lanAddress(interfaces))
}

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  return { address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '02:00:00:00:00:01', cidr: null }
}
