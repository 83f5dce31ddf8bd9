import { refusals } from '@khac-sau/language'
import { useMessages } from '../ui/language.tsx'

type RefusalTextProps = { readonly code: keyof (typeof refusals)['vi'] }

/** A part of its own: few phones ever need these texts, and all would load them. */
export function RefusalText({ code }: RefusalTextProps) {
  return useMessages(refusals)[code]
}
