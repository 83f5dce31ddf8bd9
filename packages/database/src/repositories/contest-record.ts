import type { ContestContent, ContestSettings, Month, Question } from '@khac-sau/engine'
import { canonicalJson } from '../canonical-json.ts'
import { tidyName } from '../names.ts'
import type { Tables } from '../schema/tables.ts'
import { sha256 } from '../secret.ts'
import { contestContent, contestSettings, questions } from '../shapes.ts'

export type ContestStage = ContestRow['stage']

/** A contest as its committee prepares it; what is played is its frozen `ContestContent` (C5). */
export type ContestRecord = Omit<ContestRow, 'settings' | 'draft'> & ContestDraft

export type ContestDraft = {
  readonly month: Month
  readonly title: string
  readonly settings: ContestSettings
  readonly draft: readonly Question[]
  /** The host's own, for the evening; no part of what is played. */
  readonly notes: string
}

export type FrozenContent = {
  readonly content: ContestContent
  readonly hash: string
  readonly frozenAtMs: number
}

export class ContentChangedError extends Error {
  override readonly name = 'ContentChangedError'
}

type ContestRow = Tables['contest']['$inferSelect']
type ContentRow = Tables['contestContent']['$inferSelect']

export function readContest(row: ContestRow): ContestRecord {
  return {
    ...row,
    settings: contestSettings.parse(JSON.parse(row.settings)),
    draft: questions.parse(JSON.parse(row.draft)),
  }
}

type DraftWithoutNotes = Omit<ContestDraft, 'notes'> & Partial<Pick<ContestDraft, 'notes'>>

export function draftColumns({ month, title, settings, draft, notes = '' }: DraftWithoutNotes) {
  return {
    month,
    notes: notes.normalize('NFC'),
    title: tidyName(title),
    // JSON's own signs are ASCII, so the whole text can be normalised at once.
    settings: canonicalJson(settings).normalize('NFC'),
    draft: canonicalJson(draft).normalize('NFC'),
  }
}

export function freezeContent(content: ContestContent): { readonly body: string; readonly hash: string } {
  const body = canonicalJson(content)
  return { body, hash: sha256(body) }
}

/** The log names the content by its hash, so a content that was changed is nobody's content. */
export function readContent({ contestId, body, hash, frozenAtMs }: ContentRow): FrozenContent {
  if (sha256(body) !== hash) throw new ContentChangedError(`the content of contest ${contestId} is not what was frozen`)
  return { content: contestContent.parse(JSON.parse(body)), hash, frozenAtMs }
}
