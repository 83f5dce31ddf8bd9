import { formatMonth, formatTimes, hostRoster } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { MemberDataPart } from './member-data-part.tsx'
import { MemberForm } from './member-form.tsx'
import type { RosterActions } from './roster-actions.ts'
import { indistinguishable } from './same-people.ts'
import styles from './member-rows.module.css'

type MemberRowsProps = {
  readonly members: readonly Member[]
  /** The whole roster, to find equal names in. */
  readonly all: readonly Member[]
  readonly actions: RosterActions
}

/** A table on a wide screen, cards on a phone; a row turns into its own form. */
export function MemberRows({ members, all, actions }: MemberRowsProps) {
  const text = useMessages(hostRoster)
  const [editing, setEditing] = useState<string | null>(null)
  const active = all.filter((member) => member.active)
  const twins = indistinguishable(active)
  const twinIds = new Set([...twins].map((index) => active[index]?.memberId))
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.group}</th>
          <th scope="col">{text.position}</th>
          <th scope="col">{text.fromMonth}</th>
          <th scope="col">{text.toMonth}</th>
          <th scope="col">
            <span className={styles.hidden}>{text.edit}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) =>
          editing === member.memberId ? (
            <tr key={member.memberId}>
              <td className={styles.form} colSpan={6}>
                <MemberForm member={member} actions={actions} onClose={() => setEditing(null)} />
                <MemberDataPart member={member} actions={actions} />
              </td>
            </tr>
          ) : (
            <MemberRow
              key={member.memberId}
              member={member}
              isTwin={twinIds.has(member.memberId)}
              onEdit={() => setEditing(member.memberId)}
            />
          ),
        )}
      </tbody>
    </table>
  )
}

type MemberRowProps = { readonly member: Member; readonly isTwin: boolean; readonly onEdit: () => void }

function MemberRow({ member, isTwin, onEdit }: MemberRowProps) {
  const text = useMessages(hostRoster)
  const { locale } = useLanguage()
  return (
    <tr className={classNames(styles.row, !member.active && styles.inactive)}>
      <th scope="row" className={styles.name}>
        {member.name}
        <span className={styles.marks}>
          {!member.ranked && <span className={styles.mark}>{text.unranked}</span>}
          {member.timePercent > 100 && (
            <span className={styles.mark}>{text.extraTime({ times: formatTimes(member.timePercent, locale) })}</span>
          )}
          {!member.active && <span className={styles.mark}>{text.inactive}</span>}
          {isTwin && (
            <span className={classNames(styles.mark, styles.warning)} title={text.sameNameHint}>
              <Icon name="warning" size="1.1em" /> {text.sameName}
            </span>
          )}
        </span>
      </th>
      <td>{member.groupName || '–'}</td>
      <td>{member.position || '–'}</td>
      <td>{formatMonth(member.fromMonth, locale)}</td>
      <td>{member.toMonth === null ? '–' : formatMonth(member.toMonth, locale)}</td>
      <td className={styles.edit}>
        <Button icon="edit" variant="quiet" aria-label={text.editPerson({ name: member.name })} onClick={onEdit}>
          {text.edit}
        </Button>
      </td>
    </tr>
  )
}
