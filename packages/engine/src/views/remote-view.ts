import type { HostView, RemoteStage, RemoteView, ScreenStage, StemView } from './view.ts'

/** What a remote is told of what the host sees. Field by field: what a view gains one day must not reach it by itself. */
export function remoteView(view: HostView): RemoteView {
  const { bootId, now, cellName, title, month, questionCount, maximumScore, secondsPerQuestion } = view
  const { paused, settled, rehearsal, joinedCount, step, next, autoAdvanceAt } = view
  return {
    bootId,
    now,
    cellName,
    title,
    month,
    questionCount,
    maximumScore,
    secondsPerQuestion,
    paused,
    settled,
    rehearsal,
    joinedCount,
    step,
    next,
    autoAdvanceAt,
    stage: stageOf(view.stage),
  }
}

function stageOf(stage: ScreenStage): RemoteStage {
  switch (stage.name) {
    case 'lobby':
      return { name: 'lobby', present: stage.present.length, missing: stage.missing.length }
    case 'stem':
      return { name: 'stem', ...stemOf(stage) }
    case 'open':
    case 'closing': {
      const { name, progress, someHaveTime } = stage
      return { name, progress, someHaveTime, ...stemOf(stage) }
    }
    case 'reveal':
      return { name: 'reveal', question: stage.question, stem: stage.stem }
    case 'standings':
      return { name: 'standings', afterQuestion: stage.afterQuestion }
    case 'podium':
      return { name: 'podium' }
  }
}

function stemOf({ openingId, question, stem, multiple, continued, stemAt, opensAt, closesAt }: StemView): StemView {
  return { openingId, question, stem, multiple, continued, stemAt, opensAt, closesAt }
}
