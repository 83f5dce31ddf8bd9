import { play } from '@khac-sau/language'
import { useEffect, useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { Spinner } from '../ui/spinner.tsx'

const slowMillis = 8000

/** `patienceMillis` is how long it waits before it says what to do. */
export function ConnectingScreen({ patienceMillis = slowMillis }: { readonly patienceMillis?: number }) {
  const text = useMessages(play)
  const [slow, setSlow] = useState(patienceMillis === 0)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMillis)
    return () => clearTimeout(timer)
  }, [patienceMillis])
  return (
    <>
      <Spinner label={text.connecting} alone />
      {slow && (
        <Banner
          tone="warning"
          title={text.connectingSlow}
          action={<Button onClick={() => window.location.reload()}>{text.reload}</Button>}
        >
          {text.connectingHelp}
        </Banner>
      )}
    </>
  )
}
