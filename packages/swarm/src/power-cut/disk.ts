import type { Millis } from '@khac-sau/engine'
import type { Random } from '../random.ts'
import { contentAfterCut, type Fate } from './content.ts'
import type { Change, DiskCall, NameChange, Spell } from './disk-call.ts'

/**
 * The files of a directory, empty before `calls`, as a power cut at `at` may leave them.
 *
 * A change of a file is durable when an fsync or fdatasync of the file began after the change had come back, and came
 * back itself by `at`. A new name is durable after an fsync of the directory or of the file itself, as ext4 and XFS have
 * it; a removed name after an fsync of the directory only. A call that was on its way at `at` is not durable. What is
 * not durable meets its `fate`; of names, too, the first so many changes may survive, because a journal keeps their
 * order.
 */
export function filesAfterCut(
  calls: readonly DiskCall[],
  at: Millis,
  fate: Fate,
  random: Random,
): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const [name, { changes, confirmedUpTo }] of namesAfterCut(nameChangesBy(calls, at), fate, random)) {
    const isDurable = ({ endedAt }: Spell) => endedAt <= confirmedUpTo
    const volatile = changes.filter((change) => !isDurable(change))
    files.set(name, contentAfterCut(changes.filter(isDurable), volatile, fate, random))
  }
  return files
}

/** A file, whatever its name is or was. */
type Body = { readonly changes: (Change & Spell)[]; confirmedUpTo: Millis }

type Entry = Pick<NameChange, 'type'> & Spell & { readonly name: string; readonly body: Body; isDurable: boolean }

/** Every change of a name that began by `at`; the files with all their changes hang on them. */
function nameChangesBy(calls: readonly DiskCall[], at: Millis): readonly Entry[] {
  const bodies = new Map<string, Body>()
  const entries: Entry[] = []
  for (const call of calls) {
    if (call.startedAt > at) break
    if (call.type === 'sync-file' || call.type === 'sync-names') {
      if (call.endedAt <= at) confirm(entries, call, call.type === 'sync-file' ? bodyOf(bodies, call) : null)
    } else if (call.type === 'create' || call.type === 'remove') {
      const entry = changeName(bodies, call)
      if (entry) entries.push(entry)
    } else bodyOf(bodies, call).changes.push(call)
  }
  return entries
}

function changeName(bodies: Map<string, Body>, call: NameChange & Spell): Entry | null {
  const { type, file: name, startedAt, endedAt } = call
  if (type === 'create' && bodies.has(name)) return null
  const body = type === 'create' ? { changes: [], confirmedUpTo: -Infinity } : bodyOf(bodies, call)
  if (type === 'create') bodies.set(name, body)
  else bodies.delete(name)
  return { type, name, body, isDurable: false, startedAt, endedAt }
}

/** All names, when the directory was synced and no `body`. */
function confirm(entries: readonly Entry[], { startedAt }: Spell, body: Body | null): void {
  for (const entry of entries) {
    const isMeant = body === null || (entry.body === body && entry.type === 'create')
    if (isMeant && entry.endedAt <= startedAt) entry.isDurable = true
  }
  if (body) body.confirmedUpTo = Math.max(body.confirmedUpTo, startedAt)
}

function bodyOf(
  bodies: ReadonlyMap<string, Body>,
  { type, file }: { readonly type: string; readonly file: string },
): Body {
  const body = bodies.get(file)
  if (!body) throw new Error(`${type} of ${file}, which is not there`)
  return body
}

function namesAfterCut(entries: readonly Entry[], fate: Fate, random: Random): ReadonlyMap<string, Body> {
  const volatile = entries.filter(({ isDurable }) => !isDurable)
  const survivors = { none: 0, 'in-order': null, scattered: null, all: volatile.length }[fate]
  const surviving = new Set(volatile.slice(0, survivors ?? random.between(0, volatile.length)))
  const bodies = new Map<string, Body>()
  for (const entry of entries) {
    if (!entry.isDurable && !surviving.has(entry)) continue
    if (entry.type === 'create') bodies.set(entry.name, entry.body)
    else bodies.delete(entry.name)
  }
  return bodies
}
