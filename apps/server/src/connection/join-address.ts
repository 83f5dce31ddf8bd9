import type { Millis } from '@khac-sau/engine'
import type { Reach } from '@khac-sau/protocol'
import type { Schedule } from '@khac-sau/room'
import { type Interfaces, lanAddress, lanAddresses, type Place, publicUrlOf, reachOf } from '../addresses.ts'

/** Where members are sent, asked each time: the machine's network changes while it runs. */
export type JoinAddress = {
  url(): string
  reach(): Reach
  /** Calls back with every address that phones do not know yet; returns how to stop. */
  watch(changed: (url: string) => void): () => void
}

export type JoinAddressOptions = {
  /** Asked each time: which port the system chose is known after listening. */
  readonly place: () => Place
  readonly interfaces: () => Interfaces
  readonly schedule: Schedule
  readonly everyMillis?: Millis | undefined
}

/** No operating system tells a process of it, so that it has to look. */
const LOOK_EVERY_MILLIS: Millis = 2_000

export function joinAddress(options: JoinAddressOptions): JoinAddress {
  const { place, interfaces, schedule, everyMillis = LOOK_EVERY_MILLIS } = options
  let known: string | undefined
  function url(): string {
    known = lanAddress(interfaces(), known)
    return publicUrlOf(place(), known)
  }
  return {
    url,
    reach() {
      const isCutOff = place().publicUrl === undefined && lanAddresses(interfaces()).length === 0
      return isCutOff ? 'nowhere' : reachOf(url())
    },
    watch(changed) {
      if (place().publicUrl !== undefined) return () => {}
      let told = url()
      let stop = () => {}
      const look = () => {
        const now = url()
        stop = schedule(everyMillis, look)
        if (now === told) return
        told = now
        changed(now)
      }
      stop = schedule(everyMillis, look)
      return () => stop()
    },
  }
}
