import { execFile } from 'node:child_process'
import type { Millis } from '@khac-sau/engine'

/** What the kernel of this machine measured of its TCP connections: nobody's page or browser has a say in it. */
export type KernelRoundTrips = {
  /** The least round trip to that end; `null` where it is not known (yet). Asks anew in the background. */
  of(remote: Remote): Millis | null
}

export type Remote = { readonly address: string | undefined; readonly port: number | undefined }

export type KernelRoundTripsDependencies = {
  readonly localPort: () => number
  readonly now: () => Millis
  /** The output of `ss`; rejects where there is none. */
  readonly list?: (localPort: number) => Promise<string>
}

/** Asking starts a process; what a link's least round trip is changes slowly. */
const ASK_EVERY_MILLIS: Millis = 5_000

/** Linux only (`ss`, of iproute2); elsewhere, and behind a proxy, whose own end the kernel would measure, nothing is known. */
export function kernelRoundTrips({
  localPort,
  now,
  list = listConnections,
}: KernelRoundTripsDependencies): KernelRoundTrips {
  let millisByRemote: ReadonlyMap<string, Millis> = new Map()
  let askedAt = -Infinity

  function askAnew(): void {
    if (now() - askedAt < ASK_EVERY_MILLIS) return
    askedAt = now()
    list(localPort()).then(
      (output) => (millisByRemote = parseRoundTrips(output)),
      // No `ss` here: it will not be there in five seconds either.
      () => (askedAt = Infinity),
    )
  }

  return {
    of({ address, port }) {
      askAnew()
      return millisByRemote.get(`${plainAddress(address ?? '')}:${port}`) ?? null
    },
  }
}

export const nothingFromTheKernel: KernelRoundTrips = { of: () => null }

/** Two lines a connection: its ends, then what the kernel knows of it, `minrtt` in milliseconds among it. */
export function parseRoundTrips(output: string): ReadonlyMap<string, Millis> {
  const millisByRemote = new Map<string, Millis>()
  let remote: string | undefined
  for (const line of output.split('\n')) {
    if (/^\s/.test(line)) {
      const least = /\bminrtt:([\d.]+)/.exec(line)?.[1]
      if (remote !== undefined && least !== undefined) millisByRemote.set(remote, Number(least))
    } else {
      const end = line.trim().split(/\s+/)[3]
      const colon = end?.lastIndexOf(':') ?? -1
      remote = end && `${plainAddress(end.slice(0, colon))}:${end.slice(colon + 1)}`
    }
  }
  return millisByRemote
}

/** An IPv4 address is the same one when a socket for both kinds writes it as `::ffff:192.168.1.7`. */
function plainAddress(address: string): string {
  return address.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '')
}

function listConnections(localPort: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['-tinH', 'state', 'established', `( sport = :${localPort} )`]
    execFile('ss', args, { maxBuffer: 8 * 1024 * 1024, timeout: 2_000 }, (error, output) =>
      error ? reject(error) : resolve(output),
    )
  })
}
