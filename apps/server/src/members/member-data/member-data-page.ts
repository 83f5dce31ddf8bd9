import {
  formatDateTime,
  formatMonth,
  formatScore,
  formatSeconds,
  formatSecondsUp,
  formatTimes,
  hostAudit,
  type Locale,
  memberData,
} from '@khac-sau/language'
import type { AnswerData, ResultData } from './contest-data.ts'
import { html, type Html } from './html.ts'
import type { MemberData } from './member-data.ts'

type Words = (typeof memberData)[Locale]
type Reading = { readonly words: Words; readonly locale: Locale }
type Contest = MemberData['contests'][number]

/** A page of its own: it opens without the server, on a phone too, and prints on A4. Nothing in it runs or loads. */
export function memberDataPage(data: MemberData, locale: Locale): string {
  const words = memberData[locale]
  const reading = { words, locale }
  const isOwn = data.madeFor === 'member'
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${words.title}</title>
        ${style}
      </head>
      <body>
        <h1>${words.title}</h1>
        <p class="about">${words.about({ name: data.entry.name, cell: data.cell })}</p>
        <p>
          ${words.madeAt({ time: formatDateTime(data.madeAtMs) })}${isOwn ? '' : ` ${words.withheld} ${words.inFile}`}
        </p>
        <h2>${words.entry}</h2>
        ${facts(entryFacts(data, reading))}
        <h2>${words.devices}</h2>
        ${devicesPart(data, words)}
        <h2>${words.contests}</h2>
        ${data.contests.length === 0 ? html`<p>${words.noContests}</p>` : data.contests.map((one) => contestPart(one, reading))}
        <h2>${words.journal}</h2>
        ${journalPart(data, reading)}
      </body>
    </html> `
  return page.html
}

type Fact = readonly [name: string, value: string]

function facts(rows: readonly Fact[]): Html {
  return html`<table class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </table>`
}

/** On a phone each row stands as a list of its own, every cell behind its heading. */
function table(headings: readonly string[], rows: readonly (readonly string[])[]): Html {
  const cells = (row: readonly string[]) =>
    row.map((cell, column) => html`<td data-heading="${headings[column] ?? ''}">${cell}</td>`)
  return html`<table class="rows">
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${cells(row)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function entryFacts({ entry }: MemberData, { words, locale }: Reading): readonly Fact[] {
  const from = formatMonth(entry.fromMonth, locale)
  const months =
    entry.toMonth === null ? words.since({ from }) : words.between({ from, to: formatMonth(entry.toMonth, locale) })
  return [
    [words.name, entry.name],
    [words.group, entry.groupName || words.nothing],
    [words.position, entry.position || words.nothing],
    [words.birthday, dayOf(entry.birthday) ?? words.nothing],
    [words.months, months],
    [words.status, entry.active ? words.active : words.inactive],
    [words.ranking, entry.ranked ? words.ranked : words.unranked],
    [words.time, timeOf(entry.timePercent, { words, locale })],
    [words.pin, entry.hasPin ? words.hasPin : words.noPin],
    [words.addedAt, formatDateTime(entry.createdAtMs)],
  ]
}

/** "05/04/1964", or the year alone. */
function dayOf(birthday: string | null): string | undefined {
  return birthday?.split('-').reverse().join('/')
}

function timeOf(timePercent: number, { words, locale }: Reading): string {
  return timePercent === 100 ? words.usualTime : words.moreTime({ times: formatTimes(timePercent, locale) })
}

function devicesPart({ devices }: MemberData, words: Words): Html {
  if (devices.length === 0) return html`<p>${words.noDevices}</p>`
  const by = { name: words.byName, pin: words.byPin, link: words.byLink, host: words.byHost }
  const rows = devices.map(({ sinceMs, provedBy, revokedAtMs }) => [
    formatDateTime(sinceMs),
    by[provedBy],
    revokedAtMs === null ? words.stillKnown : formatDateTime(revokedAtMs),
  ])
  return table([words.deviceSince, words.deviceBy, words.deviceUntil], rows)
}

function contestPart(contest: Contest, reading: Reading): Html {
  const { words, locale } = reading
  return html`<section>
    <h3>${words.contest({ title: contest.title, month: formatMonth(contest.month, locale) })}</h3>
    ${facts(contestFacts(contest, reading))} ${stateOf(contest, words)}
    ${contest.answers.length === 0 ? html`` : answersPart(contest.answers, reading)}
  </section> `
}

function stateOf({ finished, settled }: Contest, words: Words): Html {
  if (settled) return html``
  return html`<p>${finished ? words.provisional : words.running}</p>`
}

function contestFacts(contest: Contest, reading: Reading): readonly Fact[] {
  const { words } = reading
  const { joinedAtMs, excused, removed, ranked, timePercent, monthlyFirst, result } = contest
  const took = joinedAtMs === null ? words.tookNoPart : words.tookPart({ time: formatDateTime(joinedAtMs) })
  return [
    [words.took, removed ? words.removed : excused && joinedAtMs === null ? words.excused : took],
    ...(ranked ? [] : [[words.ranking, words.unranked] as const]),
    ...(timePercent === 100 ? [] : [[words.time, timeOf(timePercent, reading)] as const]),
    ...(result ? resultFacts(result, reading) : []),
    ...(monthlyFirst ? [[words.award, words.yes] as const] : []),
  ]
}

function resultFacts(result: ResultData, { words, locale }: Reading): readonly Fact[] {
  const { rank, right, questionsCounted: count, totalMillis, errorMillis } = result
  const score = formatScore(result.scoreHundredths, locale)
  const seconds = formatSeconds(totalMillis, locale)
  return [
    [words.score, words.scoreOf({ score, most: String(result.maximumScore) })],
    [words.right, words.rightOf({ right, count })],
    [words.total, words.totalIs({ seconds, error: formatSecondsUp(errorMillis, locale) })],
    [words.rank, rank === null ? words.noRank : String(rank)],
  ]
}

function answersPart(answers: readonly AnswerData[], { words, locale }: Reading): Html {
  const isOwn = answers.some(({ own }) => own !== null)
  const chosen = ({ own }: AnswerData) => {
    const verdict = own?.correct === true ? words.rightAnswer : own?.correct === false ? words.wrongAnswer : ''
    return [own?.options.join('; ') ?? words.nothing, verdict]
  }
  const rows = answers.map((answer) => [
    answer.question === null ? words.warmUp : String(answer.question + 1),
    answer.stem,
    answer.receivedAtMs === null ? words.nothing : formatDateTime(answer.receivedAtMs),
    words.secondsIs({ seconds: formatSeconds(answer.responseMillis, locale) }),
    ...(isOwn ? chosen(answer) : []),
    remarksOf(answer, words).join('. '),
  ])
  const own = isOwn ? [words.chosen, words.verdict] : []
  return table([words.question, words.stem, words.receivedAt, words.answerTime, ...own, words.remarks], rows)
}

function remarksOf({ outcome, automatic, inTotal, voided }: AnswerData, words: Words): readonly string[] {
  return [
    ...(outcome === 'none' ? [words.unanswered] : []),
    ...(outcome === 'late' ? [words.tooLate] : []),
    ...(automatic ? [words.automatic] : []),
    ...(voided ? [words.voided] : inTotal ? [] : [words.notInTotal]),
  ]
}

function journalPart({ journal, entry }: MemberData, { words, locale }: Reading): Html {
  if (journal.length === 0) return html`<p>${words.noJournal}</p>`
  const audit = hostAudit[locale]
  const rows = journal.map(({ atMs, action, contest }) => [
    formatDateTime(atMs),
    audit[action]({ member: entry.name, contest: contest ?? audit.gone, account: '', question: '', detail: '' }),
  ])
  return table([words.when, words.what], rows)
}

const style: Html = {
  html: `<style>
body { max-width: 46rem; margin: 0 auto; padding: 1rem; color: #1d1a16; font: 1.05rem/1.5 'Be Vietnam Pro', 'Times New Roman', serif; }
h1 { font-size: 1.6rem; line-height: 1.3; }
h2 { margin-top: 2rem; padding-bottom: 0.2rem; border-bottom: 2px solid #7b1e1e; font-size: 1.25rem; }
h3 { margin: 1.6rem 0 0.4rem; font-size: 1.1rem; }
.about { font-size: 1.15rem; font-weight: bold; }
table { width: 100%; margin: 0.6rem 0; border-collapse: collapse; }
th, td { padding: 0.35rem 0.5rem; border: 1px solid #8d8474; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #f3ece0; }
.facts th { width: 38%; font-weight: normal; color: #4d463c; }
section, tr { break-inside: avoid; }
@media screen and (max-width: 40rem) {
.rows thead { display: none; }
.rows tr { display: block; margin-bottom: 0.8rem; border: 1px solid #8d8474; }
.rows td { display: flex; border: 0; }
.rows td:empty { display: none; }
.rows td::before { content: attr(data-heading); flex: none; width: 38%; color: #4d463c; }
}
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } }
</style>`,
}
