import { useState } from 'react'
import { Loaded } from '../parts/loaded.tsx'
import { useJournal } from './administration-queries.ts'
import { JournalScreen } from './journal-screen.tsx'

export function JournalPage() {
  const [before, setBefore] = useState<number | null>(null)
  const journal = useJournal(before)
  return <Loaded query={journal}>{(page) => <JournalScreen page={page} before={before} onBefore={setBefore} />}</Loaded>
}
