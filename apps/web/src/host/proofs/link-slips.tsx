import { hostProofs } from '@khac-sau/language'
import type { MemberLinks } from '@khac-sau/protocol'
import { useMessages } from '../../ui/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import type { ProvedPerson } from './proved-people.ts'
import { Slip, Slips } from './slips.tsx'
import styles from './slips.module.css'

type LinkSlipsProps = {
  readonly cellName: string
  readonly people: readonly ProvedPerson[]
  readonly links: MemberLinks['links']
  readonly onDone: () => void
}

/** D3: to be copied one by one into a message, or handed over on paper. */
export function LinkSlips({ cellName, people, links, onDone }: LinkSlipsProps) {
  const text = useMessages(hostProofs)
  const urlByMember = new Map(links.map(({ memberId, url }) => [memberId, url]))
  return (
    <Slips title={text.linksTitle} lead={text.linksLead} doneText={text.linksDoneText} onDone={onDone}>
      {people.flatMap(({ memberId, name, groupName }) => {
        const url = urlByMember.get(memberId)
        if (url === undefined) return []
        return [
          <Slip key={memberId} cellName={cellName} name={name} groupName={groupName} keep={text.linkKeep}>
            <QrCode text={url} label={text.linkOf({ name })} size="132px" />
            <div className={styles.screenOnly}>
              <CopyField label={text.linkOf({ name })} value={url} />
            </div>
          </Slip>,
        ]
      })}
    </Slips>
  )
}
