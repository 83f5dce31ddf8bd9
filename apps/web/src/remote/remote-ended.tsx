import { refusals, remote } from '@khac-sau/language'
import type { HandshakeRefusal } from '@khac-sau/protocol'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

type RemoteEndedProps = {
  readonly refusal: HandshakeRefusal
  /** It came with a code that was no good, and has never been the remote. */
  readonly codeRefused: boolean
  /** The last that was seen of the contest was its result. */
  readonly isOver: boolean
}

/** Why this phone cannot press anything, and what to do. */
export function RemoteEnded(props: RemoteEndedProps) {
  const text = useMessages(remote)
  return (
    <>
      <h1>
        <VisuallyHidden>{text.title}</VisuallyHidden>
      </h1>
      <Reason {...props} />
    </>
  )
}

function Reason({ refusal, codeRefused, isOver }: RemoteEndedProps) {
  const text = useMessages(remote)
  const codes = useMessages(refusals)
  if (refusal === 'remote-over') {
    if (isOver) {
      return (
        <Banner tone="info" title={text.overTitle}>
          {text.overText}
        </Banner>
      )
    }
    return (
      <Banner tone="warning" title={codeRefused ? text.expiredTitle : text.endedTitle}>
        {codeRefused ? text.expiredText : text.endedText}
      </Banner>
    )
  }
  const reload = <Button onClick={() => window.location.reload()}>{text.reload}</Button>
  return <Banner tone="error" title={codes[refusal]} action={refusal === 'outdated-page' ? reload : undefined} />
}
