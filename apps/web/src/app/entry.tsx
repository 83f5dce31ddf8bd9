import { loadedPart, usePart } from '../ui/loaded-part.ts'

const screens = loadedPart(() => import('./entry-screen.tsx'))

/** Not waited for by those who come through a link. */
export function Entry() {
  const loaded = usePart(screens)
  return loaded ? <loaded.EntryScreen /> : null
}
