import { formatDateTime, hostBackups, hostMoving } from '@khac-sau/language'
import { BackupCopy, type Backups } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { useMay } from '../parts/use-may.ts'
import { CopyList } from './copy-list.tsx'
import { LastRestoreBanner } from './last-restore-banner.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { UploadCard } from './upload-card.tsx'
import styles from './backup-screen.module.css'

type BackupScreenProps = {
  readonly backups: Backups
  /** While it is true, how far the server is with it is asked again and again. */
  readonly onWorking: (working: boolean) => void
  readonly onRestoring: (leavingBoot: string) => void
}

export function BackupScreen({ backups, onWorking, onRestoring }: BackupScreenProps) {
  const text = useMessages(hostBackups)
  const moving = useMessages(hostMoving)
  const client = useQueryClient()
  const may = useMay()
  const making = useAction()
  const [madeAtMs, setMadeAtMs] = useState<number | null>(null)
  const [chosen, setChosen] = useState<BackupCopy | null>(null)
  const make = async () => {
    onWorking(true)
    setMadeAtMs(null)
    const outcome = await making.run(() => request('POST', '/api/backups', BackupCopy))
    await client.invalidateQueries({ queryKey: keys.backups })
    onWorking(false)
    if (outcome.ok) setMadeAtMs(outcome.value.madeAtMs)
  }
  const step = backups.making ?? (making.busy ? 'copying' : null)
  const received = (copy: BackupCopy) => {
    void client.invalidateQueries({ queryKey: keys.backups })
    setChosen(copy)
  }
  return (
    <>
      <PageHead
        title={text.title}
        lead={backups.shared ? text.sharedLead : text.lead}
        actions={
          <Button variant="primary" icon="copy" busy={making.busy} onClick={() => void make()}>
            {text.make}
          </Button>
        }
      />
      {backups.lastRestore && <LastRestoreBanner lastRestore={backups.lastRestore} />}
      <FailureBanner failure={making.failure} />
      <section className={styles.list}>
        <div className={styles.listHead}>
          <h2 className={styles.listTitle}>{text.listTitle}</h2>
          {step ? (
            <Spinner label={text[step]} />
          ) : (
            <StatusLine>{madeAtMs !== null && text.made({ time: formatDateTime(madeAtMs) })}</StatusLine>
          )}
        </div>
        {backups.copies.length === 0 ? (
          <EmptyState title={text.emptyTitle}>{text.emptyNext}</EmptyState>
        ) : (
          <CopyList copies={backups.copies} onRestore={backups.shared ? null : setChosen} />
        )}
        <p className={styles.keepSafe}>{text.keepSafe}</p>
      </section>
      {!may('take-and-restore-copies') && <p>{backups.shared ? text.ownerOnlyShared : text.ownerOnly}</p>}
      {may('take-and-restore-copies') && !backups.shared && <UploadCard onReceived={received} />}
      {may('take-and-restore-copies') && (
        <p>
          <Link href="/backups/moving">{moving.toMoving}</Link>
        </p>
      )}
      {chosen && <RestoreDialog copy={chosen} onBegun={onRestoring} onClose={() => setChosen(null)} />}
    </>
  )
}
