import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { and, eq } from 'drizzle-orm'
import { sqliteKit } from '../schema/kit.ts'
import { tables } from '../schema/tables.ts'
import { executeNow, openSqliteConnection, sqliteWriter } from '../sqlite-connection.ts'
import { isUniqueViolation } from '../statement-error.ts'
import { failureOf } from './append-failure.ts'
import type { AppendJob, AppendReply, AppendThreadData, FromAppendThread, ToAppendThread } from './append-message.ts'
import type { AppendOutcome } from './contest-log.ts'
import { chainRows, firstHash } from './hash-chain.ts'

type NumberedJob = Extract<ToAppendThread, { readonly type: 'append' }>

const { file, faults }: AppendThreadData = workerData
const client = openSqliteConnection(file, 10_000)
const writer = sqliteWriter(client)
const { contestLog } = tables(sqliteKit)
/** SQLite's own limit. */
const mostPages = 4_294_967_294
if (parentPort !== null) serve(parentPort)

function serve(port: MessagePort): void {
  port.on('message', (first: ToAppendThread) => {
    const messages = [first, ...waitingMessages(port)]
    const jobs = messages.filter((message) => message.type === 'append')
    if (jobs.length > 0) tell(port, { type: 'group', replies: commit(jobs) })
    if (messages.some((message) => message.type === 'close')) {
      client.close()
      port.close()
    }
  })
  tell(port, { type: 'ready' })
}

/** Everything that queued up while the last commit was on its way to the disk: the next commit carries it all. */
function waitingMessages(port: MessagePort): ToAppendThread[] {
  const messages: ToAppendThread[] = []
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    messages.push(next.message)
  }
  return messages
}

/** One transaction for all; if it fails, one each, so that nobody fails for what another one sent. */
function commit(jobs: readonly NumberedJob[]): AppendReply[] {
  limitPages()
  try {
    return client.transaction(() => appendAll(jobs)).immediate()
  } catch (error) {
    if (jobs.length > 1) return jobs.flatMap((job) => commit([job]))
    return jobs.map(({ jobId }) => ({ jobId, outcome: failureOf(error) }))
  }
}

function limitPages(): void {
  if (faults.largestPageCount === undefined) return
  client.pragma(`max_page_count = ${Atomics.load(faults.largestPageCount, 0) || mostPages}`)
}

function appendAll(jobs: readonly NumberedJob[]): AppendReply[] {
  const replies = jobs.map(({ jobId, job }) => ({ jobId, outcome: append(job) }))
  if (faults.stallMillis !== undefined) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, faults.stallMillis)
  }
  return replies
}

/** A fenced insert leaves nothing behind and does not harm the transaction: SQLite undoes the one statement. */
function append({ contestId, afterSeq, events }: AppendJob): AppendOutcome {
  if (contestId === faults.dieOnContestId) process.exit(1)
  const previousHash = hashAt(contestId, afterSeq)
  if (previousHash === undefined) return { outcome: 'fenced' }

  const rows = chainRows(contestId, afterSeq, previousHash, events)
  try {
    executeNow(writer.insert(contestLog).values(rows).returning({ seq: contestLog.seq }))
  } catch (error) {
    if (isUniqueViolation(error)) return { outcome: 'fenced' }
    throw error
  }
  return { outcome: 'stored', lastSeq: afterSeq + rows.length, head: rows.at(-1)?.hash ?? previousHash }
}

function hashAt(contestId: string, seq: number): string | undefined {
  if (seq === 0) return firstHash(contestId)
  const place = and(eq(contestLog.contestId, contestId), eq(contestLog.seq, seq))
  const [row] = executeNow(writer.select({ hash: contestLog.hash }).from(contestLog).where(place))
  return row?.hash
}

function tell(port: MessagePort, message: FromAppendThread): void {
  port.postMessage(message)
}
