import type { Millis } from '@khac-sau/engine'
import type { RefusalCode } from '@khac-sau/protocol'
import { type Allowance, spend, type Used } from '../limits/allowance.ts'
import { newestKeys } from '../limits/newest-keys.ts'

/** As much of a page's socket as its limits need. */
type Limited = {
  readonly id: string
  readonly data: object
  use(each: (event: readonly unknown[], next: () => void) => void): unknown
  disconnect(close: boolean): unknown
}

/** L2: a page says its clock each second, five times at once when it comes, and sends what waits again and again. */
const ofOnePage: Allowance = { atOnce: 100, perSecond: 10 }
/** Whose page it is is not known yet: it looks at names, and chooses one. */
const ofAVisitor: Allowance = { atOnce: 40, perSecond: 3 }
/** All pages of a device, or of an account. */
const ofOneOwner: Allowance = { atOnce: 400, perSecond: 40 }
/** Whoever goes on so long after being refused is no page of ours. */
const mostRefused = 100

/** L2: what comes too fast is refused, and then cut off; what nobody asks for is refused, too. Every ack that is owed is given. */
export function requestLimits(now: () => Millis) {
  const usedByOwner = newestKeys<Used>()
  return (socket: Limited, names: readonly string[]): void => {
    const owner = ownerOf(socket.data)
    let used: Used | undefined
    let refused = 0

    function isWithin(): boolean {
      const own = spend(used, now(), owner === undefined ? ofAVisitor : ofOnePage)
      used = own.used
      if (owner === undefined) return own.ok
      const all = spend(usedByOwner.get(owner), now(), ofOneOwner)
      usedByOwner.set(owner, all.used)
      return own.ok && all.ok
    }

    socket.use((event, next) => {
      const ack = event.at(-1)
      const refuse = (refusal: RefusalCode) => {
        if (typeof ack === 'function') ack({ ok: false, refusal })
      }
      if (!isWithin()) {
        refuse('too-many-requests')
        refused += 1
        if (refused >= mostRefused) socket.disconnect(true)
      } else if (names.includes(String(event[0]))) next()
      else refuse('bad-request')
    })
  }
}

/** The device of a phone, the account of a host; `undefined` for who has not shown whose it is, and for projectors. */
function ownerOf(data: object): string | undefined {
  const { deviceId, accountId } = data as { readonly deviceId?: string; readonly accountId?: string }
  return deviceId ?? accountId
}
