import { hostBackups } from '@khac-sau/language'
import { Health } from '@khac-sau/protocol'
import { useEffect, useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { request } from '../parts/api.ts'

const pauseMillis = 1_000
const patienceMillis = 60_000

/** Until another start of the server answers: then the page begins anew, whoever it is signed in as by then. */
export function RestoringScreen({ leavingBoot }: { readonly leavingBoot: string }) {
  const text = useMessages(hostBackups)
  const [tookLong, setTookLong] = useState(false)
  useEffect(() => {
    const patience = setTimeout(() => setTookLong(true), patienceMillis)
    let next: ReturnType<typeof setTimeout>
    const look = async () => {
      const health = await request('GET', '/healthz', Health)
      if (health.ok && health.value.bootId !== leavingBoot) window.location.reload()
      else next = setTimeout(() => void look(), pauseMillis)
    }
    next = setTimeout(() => void look(), pauseMillis)
    return () => {
      clearTimeout(patience)
      clearTimeout(next)
    }
  }, [leavingBoot])
  return (
    <Card title={text.restoringTitle}>
      <Spinner label={text.restoringText} />
      {tookLong && <Banner tone="warning" title={text.restoringLong} />}
    </Card>
  )
}
