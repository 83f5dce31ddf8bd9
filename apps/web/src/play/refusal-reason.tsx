import { lazy, Suspense, type ComponentProps } from 'react'
import type { RefusalText } from './refusal-text.tsx'

const LazyText = lazy(() => import('./refusal-text.tsx').then(({ RefusalText }) => ({ default: RefusalText })))

/** Why something was refused, and what to do. */
export function RefusalReason(props: ComponentProps<typeof RefusalText>) {
  return (
    <Suspense fallback={null}>
      <LazyText {...props} />
    </Suspense>
  )
}
