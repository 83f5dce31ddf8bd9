import type { ComponentProps } from 'react'
import { loadedPart, usePart } from '../ui/loaded-part.ts'
import type { RefusalText } from './refusal-text.tsx'

const texts = loadedPart(() => import('./refusal-text.tsx'))

/** Why something was refused, and what to do. */
export function RefusalReason(props: ComponentProps<typeof RefusalText>) {
  const loaded = usePart(texts)
  return loaded ? <loaded.RefusalText {...props} /> : null
}
