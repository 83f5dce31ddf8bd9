import { AuditPage as AuditPageShape } from '@khac-sau/protocol'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '../parts/loaded.tsx'
import { load } from '../parts/queries.ts'
import { AuditScreen } from './audit-screen.tsx'

export function AuditPage() {
  const [before, setBefore] = useState<number | null>(null)
  const path = before === null ? '/api/audit' : `/api/audit?before=${before}`
  const page = useQuery({ queryKey: ['audit', before], queryFn: () => load(path, AuditPageShape) })
  return <Loaded query={page}>{(shown) => <AuditScreen page={shown} before={before} onBefore={setBefore} />}</Loaded>
}
