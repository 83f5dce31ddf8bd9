import {
  contestRepository,
  type Database,
  excusalRepository,
  installationRepository,
  memberRepository,
  newSecret,
} from '@khac-sau/database'
import { type ContestContent, defaultSettings, type Month, type Question, type WallMillis } from '@khac-sau/engine'
import { hasErrors, parseQuestions } from '@khac-sau/formats'
import type { Passwords } from '../accounts/passwords.ts'
import { monthAt, monthsBefore, wallMillisAt, yearOf } from '../calendar.ts'
import { freezeWithNewCodes } from '../contests/room-code.ts'
import { settledResults } from '../rooms/settled-results.ts'
import { demoAbsences, type DemoPerson, demoPeople } from './demo-people.ts'
import { playContest } from './play-contest.ts'
import { drawId, drawSome, type Random, seededRandom } from './random.ts'

export type DemoDeps = {
  readonly database: Database
  readonly passwords: Passwords
  /** The clock at which the demo is shown: its contests are in the months before. */
  readonly nowMillis: WallMillis
  /** The sample question set, as somebody would paste it. */
  readonly questionText: string
}

export type DemoOutcome =
  | { readonly ok: true; readonly cellId: string; readonly nextContestId: string; readonly boardKey: string }
  | { readonly ok: false; readonly refusal: 'already-set-up' }

export const demoAccount = { login: 'demo', password: 'khacsau-demo' } as const

const pastContests = 8
const questionsPerPastContest = 6
const questionsOfNextContest = 8

type Demo = {
  readonly deps: DemoDeps
  readonly cellId: string
  readonly accountId: string
  readonly random: Random
  readonly people: readonly (DemoPerson & { readonly memberId: string })[]
}

/** A cell in the middle of its year: people, eight settled contests with true logs, and one that is ready to host. */
export async function fillDemoCell(deps: DemoDeps): Promise<DemoOutcome> {
  const random = seededRandom(2024)
  const firstMonth = monthsBefore(monthAt(deps.nowMillis), pastContests)
  const first = await setUp(deps, random, wallMillisAt(firstMonth, 1, 8))
  if (!first.ok) return first
  const people = demoPeople.map((person) => ({ ...person, memberId: drawId(random) }))
  const demo: Demo = { deps, cellId: first.value.cell.id, accountId: first.value.account.id, random, people }
  await enrollPeople(demo, firstMonth)
  const questions = sampleQuestions(deps.questionText)
  for (let index = 0; index < pastContests; index += 1) {
    const drawn = drawSome(random, questions.slice(questionsOfNextContest), questionsPerPastContest)
    await settlePastContest(demo, index, monthsBefore(firstMonth, -index), drawn)
  }
  const nextContestId = await draftNextContest(demo, questions.slice(0, questionsOfNextContest))
  return { ok: true, cellId: demo.cellId, nextContestId, boardKey: first.value.cell.boardKey }
}

async function setUp({ database, passwords }: DemoDeps, random: Random, createdAtMs: WallMillis) {
  const { login, password } = demoAccount
  const passwordHash = await passwords.hash(password)
  return installationRepository(database.store).createFirst({
    cell: { id: drawId(random), name: 'Chi bộ Trường Tiểu học Hoa Sen', boardKey: newSecret(), createdAtMs },
    account: { id: drawId(random), login, displayName: 'Bí thư chi bộ', role: 'owner', passwordHash, createdAtMs },
  })
}

async function enrollPeople({ deps, cellId, people }: Demo, firstMonth: Month): Promise<void> {
  const createdAtMs = wallMillisAt(firstMonth, 1, 8)
  const members = people.map(({ memberId, name, groupName, ranked, timePercent, joinedAfter }, index) => ({
    id: memberId,
    name,
    groupName,
    ranked,
    timePercent,
    active: true,
    fromMonth: monthsBefore(firstMonth, -joinedAfter),
    toMonth: null,
    createdAtMs: createdAtMs + index,
  }))
  await memberRepository(deps.database.store).create(cellId, members)
}

async function settlePastContest(
  demo: Demo,
  index: number,
  month: Month,
  questions: readonly Question[],
): Promise<void> {
  const { deps, cellId } = demo
  const { store, contestLog } = deps.database
  const contests = contestRepository(store)
  const contestId = drawId(demo.random)
  const openedAtMs = wallMillisAt(month, 20, 19)
  const content = contentOf(month, questions)
  const draft = { id: contestId, ...content, draft: questions, createdAtMs: openedAtMs }
  const { revision } = await contests.create(cellId, draft)
  const frozen = await freezeWithNewCodes(store, cellId, contestId, { content, frozenAtMs: openedAtMs, revision })
  if (!frozen.ok) throw new Error(`the demo's contest of ${month} was not frozen: ${frozen.refusal}`)

  const { contest, events } = playContest({
    contestId,
    content,
    contentHash: frozen.value.contentHash,
    ...castOf(demo, index),
    hostAccountId: demo.accountId,
    bootId: `demo-${month}`,
    wallMillis: openedAtMs,
    random: demo.random,
  })
  const appended = await contestLog.append(contestId, 0, events)
  if (appended.outcome !== 'stored') throw new Error(`the demo's log of ${month} was not stored: ${appended.outcome}`)
  await settledResults(store, () => openedAtMs + contest.lastEventAt).bringUpToDate(cellId, contest, appended.lastSeq)
  await excuseAbsent(demo, index, contestId, openedAtMs)
}

/** Who was a member then, and who of them came. */
function castOf({ people }: Demo, contest: number) {
  const members = people.filter(({ joinedAfter }) => joinedAfter <= contest)
  const absent = demoAbsences.filter((absence) => absence.contest === contest).map(({ person }) => people[person])
  return {
    roster: members.map(({ memberId, ranked, timePercent }) => ({ memberId, ranked, timePercent })),
    players: members.filter((member) => !absent.includes(member)),
  }
}

async function excuseAbsent({ deps, cellId, people }: Demo, contest: number, contestId: string, nowMs: WallMillis) {
  const excused = demoAbsences.filter((absence) => absence.contest === contest && absence.excused)
  for (const { person } of excused) {
    const memberId = people[person]?.memberId
    if (memberId) await excusalRepository(deps.database.store).set(cellId, contestId, memberId, nowMs)
  }
}

async function draftNextContest({ deps, cellId, random }: Demo, questions: readonly Question[]): Promise<string> {
  const id = drawId(random)
  const content = contentOf(monthAt(deps.nowMillis), questions)
  await contestRepository(deps.database.store).create(cellId, {
    id,
    ...content,
    draft: questions,
    createdAtMs: deps.nowMillis,
  })
  return id
}

function contentOf(month: Month, questions: readonly Question[]): ContestContent {
  const title = `Học tập nghị quyết tháng ${Number(month.slice(5))}/${yearOf(month)}`
  return { title, month, settings: defaultSettings, questions }
}

function sampleQuestions(text: string): readonly Question[] {
  const { items, problems } = parseQuestions(text)
  const faulty = hasErrors(problems) || items.some((item) => hasErrors(item.problems))
  if (faulty || items.length < questionsOfNextContest + questionsPerPastContest) {
    throw new Error('the sample questions of the demo are not in order')
  }
  return items.map(({ question }) => question)
}
