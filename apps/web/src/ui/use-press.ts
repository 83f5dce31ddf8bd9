import { useState } from 'react'

export type Press<Failure> = {
  /** What is being carried out. */
  readonly pending: string | null
  readonly failure: Failure | null
  readonly dismiss: () => void
  /** `true` once it has been carried out. */
  readonly press: (name: string, act: () => Promise<Failure | null>) => Promise<boolean>
}

/** One press at a time; what is refused is kept to be read. */
export function usePress<Failure>(): Press<Failure> {
  const [pending, setPending] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    pending,
    failure,
    dismiss: () => setFailure(null),
    async press(name, act) {
      setPending(name)
      setFailure(null)
      const refused = await act()
      setPending(null)
      setFailure(refused)
      return refused === null
    },
  }
}
