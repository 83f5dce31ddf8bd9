import type { Millis } from '@khac-sau/engine'
import type { Torment } from './contest.ts'
import { type Evening, prepareEvening } from './evening.ts'
import { openNetwork } from './network.ts'
import { createPhone, type Phone } from './phone.ts'
import type { Product } from './product.ts'
import { seededRandom } from './random.ts'

export type Gathering = {
  readonly product: Product
  readonly phones: number
  readonly seed: number
  /** Each way, between phones and server. */
  readonly delayMillis: Millis
  readonly historyNow: () => Millis
  readonly tell: (line: string) => void
}

/** A cell with a phone for everyone, on one product; the phones are gone when `play` is over. */
export async function gather<Played>(
  { product, phones: count, seed, delayMillis, historyNow, tell }: Gathering,
  play: (torment: Torment, evening: Evening) => Promise<Played>,
): Promise<Played> {
  const network = await openNetwork(product.port)
  network.delay(delayMillis)
  const phones: Phone[] = []
  try {
    const evening = await prepareEvening(product, count)
    const { origin } = product
    const address = `http://127.0.0.1:${network.port}`
    let listen: (phone: Phone) => void = () => {}
    for (const memberId of evening.memberIds) {
      phones.push(createPhone({ memberId, address, origin, historyNow, onChange: (phone) => listen(phone) }))
    }
    const onChange = (next: typeof listen) => (listen = next)
    return await play({ product, network, phones, onChange, random: seededRandom(seed), tell }, evening)
  } finally {
    for (const phone of phones) phone.stop()
    await network.stop()
  }
}
