import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import type { Interfaces } from '../addresses.ts'
import { joinAddress } from './join-address.ts'

const wifi = (address: string): Interfaces => ({
  wlan0: [
    { address, internal: false, family: 'IPv4', netmask: '', mac: '', cidr: null } satisfies NetworkInterfaceInfo,
  ],
})

/** A machine whose network changes when the test says so, and a timer that fires when the test says so. */
function machine(publicUrl?: string) {
  const network = { interfaces: wifi('192.168.1.7') }
  let due: (() => void) | undefined
  const address = joinAddress({
    place: () => ({ publicUrl, port: 3000 }),
    interfaces: () => network.interfaces,
    schedule: (_, run) => {
      due = run
      return () => (due = undefined)
    },
  })
  return { network, address, look: () => due?.(), isWatching: () => due !== undefined }
}

test('a new address is told once, by name', () => {
  const { network, address, look } = machine()
  const told: string[] = []
  address.watch((url) => told.push(url))
  look()
  network.interfaces = wifi('192.168.43.20')
  look()
  look()

  expect(told).toEqual(['http://192.168.43.20:3000'])
})

test('a network that goes and comes back with the same address is nothing to tell', () => {
  const { network, address, look } = machine()
  const told: string[] = []
  address.watch((url) => told.push(url))
  network.interfaces = {}
  look()
  expect(address.url()).toBe('http://192.168.1.7:3000')
  expect(address.reach()).toBe('nowhere')
  network.interfaces = wifi('192.168.1.7')
  look()

  expect(told).toEqual([])
  expect(address.reach()).toBe('network')
})

test('an address that was decided is not watched', () => {
  const { address, isWatching } = machine('https://thi.example.vn')
  address.watch(() => {})

  expect(isWatching()).toBe(false)
  expect(address.reach()).toBe('internet')
})

test('once it is stopped, nobody looks any more', () => {
  const { address, isWatching } = machine()
  const stop = address.watch(() => {})
  expect(isWatching()).toBe(true)
  stop()

  expect(isWatching()).toBe(false)
})
