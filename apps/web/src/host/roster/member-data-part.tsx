import { hostRoster } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useMay } from '../parts/use-may.ts'
import { EraseDialog } from './erase-dialog.tsx'
import type { RosterActions } from './roster-actions.ts'
import styles from './member-data-part.module.css'

type MemberDataPartProps = {
  readonly member: Pick<Member, 'memberId' | 'name'>
  readonly actions: Pick<RosterActions, 'erase'>
}

/** P2: what is handed to a member who asks what is kept about them, and the end of it. */
export function MemberDataPart({ member, actions }: MemberDataPartProps) {
  const text = useMessages(hostRoster)
  const { locale } = useLanguage()
  const may = useMay()
  const [erasing, setErasing] = useState(false)
  const address = (kind: 'html' | 'json') =>
    `/api/members/${encodeURIComponent(member.memberId)}/data.${kind}?language=${locale}`
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{text.dataTitle}</h2>
      <p className={styles.hint}>{text.dataHint}</p>
      <div className={styles.links}>
        <LinkButton icon="download" href={address('html')} download>
          {text.dataPage}
        </LinkButton>
        <LinkButton variant="quiet" icon="download" href={address('json')} download>
          {text.dataFile}
        </LinkButton>
        {may('erase-members') && (
          <Button variant="quiet" icon="trash" onClick={() => setErasing(true)}>
            {text.erase}
          </Button>
        )}
      </div>
      {erasing && <EraseDialog member={member} actions={actions} onClose={() => setErasing(false)} />}
    </section>
  )
}
