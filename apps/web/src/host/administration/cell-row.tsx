import { formatDateTime, formatMegabytes, hostAdministration } from '@khac-sau/language'
import type { AdministeredCell } from '@khac-sau/protocol'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { CellEnding } from './cell-ending.tsx'
import styles from './cell-row.module.css'

type Owner = AdministeredCell['owners'][number]

type CellRowProps = {
  readonly cell: AdministeredCell
  readonly onInvite: () => void
  readonly onReset: (owner: Owner) => void
  readonly onClose: () => void
  readonly onErase: () => void
  /** What was done without a dialog, in words. */
  readonly onDone: (words: string) => void
}

export function CellRow({ cell, onInvite, onReset, ...ending }: CellRowProps) {
  const text = useMessages(hostAdministration)
  const { locale } = useLanguage()
  const { name, activeMembers: members, contests, lastContestAtMs, storedBytes, owners } = cell
  const size = formatMegabytes(storedBytes, locale)
  const [day = ''] = lastContestAtMs === null ? [] : formatDateTime(lastContestAtMs).split(' ')
  const last = lastContestAtMs === null ? text.noContestYet : text.lastContest({ day })
  return (
    <li className={styles.cell}>
      <div>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.details}>
          {text.figures({ members, contests, size })} · {last}
        </p>
      </div>
      {cell.closedAtMs === null ? (
        <>
          {owners.map((owner) => (
            <OwnerLine key={owner.accountId} cell={cell} owner={owner} onReset={() => onReset(owner)} />
          ))}
          {owners.length === 0 && <WaitingLine cell={cell} onInvite={onInvite} />}
        </>
      ) : (
        <p className={styles.waiting}>{text.closed({ day: formatDateTime(cell.closedAtMs) })}</p>
      )}
      <CellEnding cell={cell} {...ending} />
    </li>
  )
}

type OwnerLineProps = { readonly cell: AdministeredCell; readonly owner: Owner; readonly onReset: () => void }

function OwnerLine({ cell, owner: { displayName, login, lastUsedAtMs }, onReset }: OwnerLineProps) {
  const text = useMessages(hostAdministration)
  const used = lastUsedAtMs === null ? text.ownerAway : text.ownerUsed({ time: formatDateTime(lastUsedAtMs) })
  return (
    <div className={styles.person}>
      <p>
        {text.owner({ name: displayName, login })}
        <span className={styles.used}>{used}</span>
      </p>
      <Button aria-label={text.resetOf({ name: displayName, cell: cell.name })} onClick={onReset}>
        {text.reset}
      </Button>
    </div>
  )
}

function WaitingLine({ cell, onInvite }: { readonly cell: AdministeredCell; readonly onInvite: () => void }) {
  const text = useMessages(hostAdministration)
  const { name, invitation } = cell
  return (
    <div className={styles.person}>
      <p className={styles.waiting}>
        {invitation
          ? text.invited({
              name: invitation.inviteeName ?? text.secretary,
              time: formatDateTime(invitation.expiresAtMs),
            })
          : text.noInvitation}
      </p>
      <Button aria-label={text.newLinkOf({ cell: name })} onClick={onInvite}>
        {text.newLink}
      </Button>
    </div>
  )
}
