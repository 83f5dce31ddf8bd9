import { setPriority } from 'node:os'
import type { ApartMessage } from './read-apart.ts'
import { readRosterFile } from './read-roster-file.ts'

// The other end of `readApart`: one file, what came of it, then the end of the process.
process.once('message', (file: Uint8Array) => {
  setPriority(10) // phones are waiting for the server, one person for the file
  void readRosterFile(Buffer.from(file))
    .then((outcome) => tell({ type: 'outcome', outcome }))
    .finally(() => process.connected && process.disconnect())
})
void tell({ type: 'ready' })

function tell(message: ApartMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) throw new Error('apart.ts is started by readApart alone')
    process.send(message, (error: Error | null) => (error ? reject(error) : resolve()))
  })
}
