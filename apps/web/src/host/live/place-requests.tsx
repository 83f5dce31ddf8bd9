import { hostLivePeople } from '@khac-sau/language'
import type { PlaceRequest } from '@khac-sau/protocol'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Commands } from './use-commands.ts'
import styles from './place-requests.module.css'

type PlaceRequestsProps = { readonly requests: readonly PlaceRequest[]; readonly commands: Commands }

/** Somebody stands in the room with another phone: the number on it and the number here are compared. */
export function PlaceRequests({ requests, commands }: PlaceRequestsProps) {
  const text = useMessages(hostLivePeople)
  return (
    <div className={styles.requests} role="status">
      {requests.map(({ requestId, name, number }) => (
        <div key={requestId} className={styles.request}>
          <span className={styles.number}>{String(number).padStart(2, '0')}</span>
          <div className={styles.words}>
            <p className={styles.title}>
              {text.requests}: {name}
            </p>
            <p>{text.requestText({ name })}</p>
          </div>
          <div className={styles.actions}>
            <Button
              variant="primary"
              busy={commands.pending === requestId}
              onClick={() => void commands.answerPlaceRequest(requestId, true)}
            >
              {text.grant}
            </Button>
            <Button onClick={() => void commands.answerPlaceRequest(requestId, false)}>{text.refuse}</Button>
          </div>
        </div>
      ))}
    </div>
  )
}
