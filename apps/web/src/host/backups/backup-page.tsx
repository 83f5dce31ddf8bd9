import { useState } from 'react'
import { Loaded } from '../parts/loaded.tsx'
import { useBackups } from '../parts/queries.ts'
import { BackupScreen } from './backup-screen.tsx'
import { RestoringScreen } from './restoring-screen.tsx'

export function BackupPage() {
  const [working, setWorking] = useState(false)
  /** Which start of the server is to go: the next one has the restored data. */
  const [leavingBoot, setLeavingBoot] = useState<string | null>(null)
  const backups = useBackups(working)
  if (leavingBoot !== null) return <RestoringScreen leavingBoot={leavingBoot} />
  return (
    <Loaded query={backups}>
      {(list) => <BackupScreen backups={list} onWorking={setWorking} onRestoring={setLeavingBoot} />}
    </Loaded>
  )
}
