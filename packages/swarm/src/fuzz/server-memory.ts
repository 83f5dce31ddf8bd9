import type { Product } from '../product.ts'
import { frameOf, openRawSocket } from './raw-socket.ts'

/** Of the server's process, in bytes. */
export type ServerMemory = {
  /** What its program holds on to: JavaScript objects after everything that nobody holds was collected. */
  readonly held: number
  /** Buffers beside them. */
  readonly external: number
  /** What the process has of the machine: also what its allocators keep for later. */
  readonly resident: number
}

/** `null` when the process that was looked into is gone. */
export type MemoryWatch = { readonly look: () => Promise<ServerMemory | null>; readonly close: () => void }

/** Looks into the running process by its inspector: nothing of it is in the product. */
export async function watchMemory(product: Product): Promise<MemoryWatch> {
  const { port, pathname } = await product.openInspector()
  const socket = await openRawSocket(Number(port), { host: `127.0.0.1:${port}` }, pathname)
  let asked = 0
  const ask = async (method: string, params: object = {}): Promise<string | undefined> => {
    const id = (asked += 1)
    const isAnswer = (text: string) => text.startsWith(`{"id":${id},`)
    socket.send(frameOf(JSON.stringify({ id, method, params })))
    await socket.until((texts) => texts.some(isAnswer), patienceMillis)
    return socket.texts.find(isAnswer)
  }
  return {
    async look() {
      await ask('HeapProfiler.collectGarbage')
      const answer = await ask('Runtime.evaluate', { expression: 'process.memoryUsage()', returnByValue: true })
      if (answer === undefined) return null
      const { heapUsed, external, rss } = (JSON.parse(answer) as Evaluated).result.result.value
      return { held: heapUsed, external, resident: rss }
    },
    close: socket.close,
  }
}

type Evaluated = { readonly result: { readonly result: { readonly value: NodeJS.MemoryUsage } } }

const patienceMillis = 20_000
