import { type ComponentProps, useEffect } from 'react'
import { loadedPart, usePart } from '../ui/loaded-part.ts'

const drivenPart = loadedPart(() => import('./driven.tsx'))

type Driven = NonNullable<ReturnType<typeof drivenPart.snapshot>>['Driven']

/** Asked for beside the connecting: it is here before there is anything to move along. */
export function usePreloadedDriven(driven: boolean): void {
  useEffect(() => {
    if (driven) drivenPart.preload()
  }, [driven])
}

/** Only where a contest is hosted from the projector's own screen: all others load none of it. */
export function LaterDriven(props: ComponentProps<Driven>) {
  const part = usePart(drivenPart)
  return part ? <part.Driven {...props} /> : null
}
