/**
 * Chromium keeps a failed import for good (until whatwg/html#10327), and names its address in the error: asked for
 * under another query, the same file is loaded again. Safari, which names nothing, tries again by itself.
 */
export async function importPart<Part>(
  load: () => Promise<Part>,
  importFrom: (address: string) => Promise<Part> = (address) => import(/* @vite-ignore */ address),
): Promise<Part> {
  try {
    return await load()
  } catch (error) {
    const [address] = /https?:\S+\.js/.exec(String(error)) ?? []
    if (address === undefined) throw error
    return importFrom(`${address}?again=${Date.now()}`)
  }
}
