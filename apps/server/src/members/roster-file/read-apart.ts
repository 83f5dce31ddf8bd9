import { fork } from 'node:child_process'
import { oneAtATime } from '../../backup/one-at-a-time.ts'
import { programOf } from '../../program.ts'
import { type FileOutcome, refusedFile } from './file-refusal.ts'

export type ApartMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'outcome'; readonly outcome: FileOutcome<string> }

/** What somebody else made is read by a process that has little of anything, and can be ended. */
const usualHeapMegabytes = 128
const patienceMillis = 5_000
/** A machine that is busy takes long to start a process; that is nobody's file. */
const startPatienceMillis = 30_000

const { entry, execArgv } = programOf('roster-file')
const queue = oneAtATime()

/** The text of a file, read by another process. One file at a time: no more than one such process is ever there. */
export function readApart(file: Buffer, heapMegabytes = usualHeapMegabytes): Promise<FileOutcome<string>> {
  return queue.take(() => readByChild(file, heapMegabytes))
}

function readByChild(file: Buffer, heapMegabytes: number): Promise<FileOutcome<string>> {
  return new Promise((resolve) => {
    // Nothing of the server's settings: they hold secrets.
    const child = fork(entry, {
      execArgv: [`--max-old-space-size=${heapMegabytes}`, ...execArgv],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const giveUp = () => child.kill('SIGKILL')
    let timer = setTimeout(giveUp, startPatienceMillis)
    let outcome: FileOutcome<string> = refusedFile('file-too-complex')
    child.on('message', (message: ApartMessage) => {
      if (message.type === 'outcome') {
        outcome = message.outcome
        return
      }
      clearTimeout(timer)
      timer = setTimeout(giveUp, patienceMillis)
      child.send(file, (error) => error && giveUp())
    })
    const end = () => {
      clearTimeout(timer)
      resolve(outcome)
    }
    child.once('error', end)
    // Once it is gone, and what it said last has come.
    child.once('close', end)
  })
}
