import type { AddressInfo } from 'node:net'
import type { Reach } from '@khac-sau/protocol'
import type { NetworkInterfaceInfo } from 'node:os'
import type { Environment } from './environment.ts'

/** As `os.networkInterfaces()` gives it. Read anew each time: a laptop changes its network while the server runs. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

export type Place = Pick<Environment, 'publicUrl' | 'port'>

/** IPv4 addresses at which phones in the room may reach this machine, the likeliest first. */
export function lanAddresses(interfaces: Interfaces): readonly string[] {
  return ipv4Addresses(interfaces)
    .filter(({ name, address }) => !virtualName.test(name) && !isLinkLocal(address))
    .map(({ address }) => address)
    .sort((one, other) => likelihood(other) - likelihood(one))
}

/**
 * The address in the LAN that phones are sent to. `before` is the one that they know: it stays while it is no worse than
 * another, and while there is none at all, because a network that comes back mostly gives the same.
 */
export function lanAddress(interfaces: Interfaces, before?: string): string | undefined {
  const addresses = lanAddresses(interfaces)
  const [best] = addresses
  if (best === undefined || before === undefined) return best ?? before
  return addresses.includes(before) && likelihood(before) === likelihood(best) ? before : best
}

/** Where members are sent: the address that was decided, or the LAN's, or at least this machine's own. */
export function publicUrlOf({ publicUrl, port }: Place, address: string | undefined): string {
  return publicUrl ?? originOf(address ?? 'localhost', port)
}

/** Which way phones have to come to get to an address. */
export function reachOf(url: string): Reach {
  const { hostname } = new URL(url)
  if (/^(localhost|127\..*|\[::1\])$/.test(hostname)) return 'nowhere'
  const isOwnNetwork =
    likelihood(hostname) > 0 || isLinkLocal(hostname) || /^[^.[]+$|\.(local|lan|home)$/.test(hostname)
  return isOwnNetwork ? 'network' : 'internet'
}

/** Every origin that pages of this server may have; whoever writes from another one is refused. */
export function allowedOrigins({ publicUrl, port }: Place, interfaces: Interfaces): ReadonlySet<string> {
  const addresses = ipv4Addresses(interfaces).map(({ address }) => address)
  const local = ['localhost', '127.0.0.1', '[::1]', ...addresses].map((host) => originOf(host, port))
  return new Set(publicUrl === undefined ? local : [publicUrl, ...local])
}

/** How this process reaches itself: who listens on every address listens on its own, too. */
export function ownAddress(listening: AddressInfo | string | null): string {
  if (listening === null || typeof listening === 'string') throw new Error('the server does not listen on a port')
  const { address, family, port } = listening
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** Virtual machines, containers, tunnels: phones cannot come that way. */
const virtualName =
  /docker|^br-|^veth|virbr|vmnet|vmware|vbox|virtualbox|vethernet|hyper-v|wsl|podman|cni|^(tun|tap|utun|wg|zt|lxc|lxd|awdl|llw|ppp)\d*|tailscale|zerotier|loopback/i

function ipv4Addresses(interfaces: Interfaces): readonly { readonly name: string; readonly address: string }[] {
  return Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ name, address })),
  )
}

/** Home and office routers give 192.168 addresses; 172.16 ones are more often a container's. */
function likelihood(address: string): number {
  if (address.startsWith('192.168.')) return 3
  if (address.startsWith('10.')) return 2
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 1 : 0
}

function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.')
}

/** `URL` leaves the default port out, as browsers do in the Origin they send. */
function originOf(host: string, port: number): string {
  return new URL(`http://${host}:${port}`).origin
}
