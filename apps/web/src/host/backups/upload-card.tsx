import { hostBackups } from '@khac-sau/language'
import { BackupCopy, mostBackupBytes } from '@khac-sau/protocol'
import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'

/** A file becomes one more copy on the list; nothing else happens to it here. */
export function UploadCard({ onReceived }: { readonly onReceived: (copy: BackupCopy) => void }) {
  const text = useMessages(hostBackups)
  const input = useRef<HTMLInputElement>(null)
  const { busy, failure, run } = useAction()
  const [fileName, setFileName] = useState('')
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    setFileName(file.name)
    const outcome = await run(() => sendFile(file))
    // The same file can be chosen again.
    target.value = ''
    if (outcome.ok) onReceived(outcome.value)
  }
  return (
    <Card title={text.uploadTitle} look="plain">
      <p>{text.uploadText}</p>
      <FailureBanner failure={failure} title={text.uploadFailed} />
      <input ref={input} type="file" accept=".sqlite" hidden onChange={(event) => void send(event)} />
      <div>
        <Button icon="plus" busy={busy} onClick={() => input.current?.click()}>
          {text.chooseFile}
        </Button>
      </div>
      {busy && <Spinner label={text.uploading({ name: fileName })} />}
    </Card>
  )
}

async function sendFile(file: File) {
  if (file.size > mostBackupBytes) return { ok: false, failure: 'backup-too-large' } as const
  return request('POST', '/api/backups/uploads', BackupCopy, { file })
}
