import type { Finding } from './finding.ts'
import { type Check, type CheckName, checkNames, type Verdict } from './verify-contest.ts'

type InBoth = readonly [vietnamese: string, english: string]

/** The table, what differs line by line, and the sum of it, each in both languages. */
export function reportOf(verdicts: readonly Verdict[]): string {
  const rows = [titlesOf(0), titlesOf(1), ...verdicts.map(cellsOf)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? []
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${[...table, '', ...verdicts.flatMap(differencesOf), sumOf(verdicts)].join('\n')}\n`
}

const checkTitles: Readonly<Record<CheckName, InBoth>> = {
  chain: ['Chuỗi', 'Chain'],
  content: ['Đề', 'Content'],
  ranking: ['Xếp hạng', 'Ranking'],
  'stored-result': ['Kết quả lưu', 'Stored'],
  record: ['Sổ', 'Record'],
}

const signs: Readonly<Record<Check['outcome'], string>> = { right: '✓', differs: '✗', 'nothing-yet': '–' }

function titlesOf(language: 0 | 1): readonly string[] {
  const first: readonly InBoth[] = [
    ['Tháng', 'Month'],
    ['Cuộc thi', 'Contest'],
    ['Đầu chuỗi', 'Head'],
  ]
  return [...first, ...checkNames.map((name) => checkTitles[name])].map((title) => title[language])
}

function cellsOf({ month, title, head, checks }: Verdict): readonly string[] {
  return [month, title.normalize('NFC'), head ?? '–', ...checks.map(({ outcome }) => signs[outcome])]
}

/** A contest that was tampered with may differ everywhere; so many lines of a check show where to look. */
const mostFindings = 12

function differencesOf({ month, title, contestId, checks }: Verdict): readonly string[] {
  const lines = checks.flatMap(({ name, findings }) => {
    const shown = findings.slice(0, mostFindings).map((finding) => inBoth(findingText(finding)))
    const more = findings.length - shown.length
    if (more > 0) shown.push(inBoth([`và ${more} chỗ khác`, `and ${more} more`]))
    return shown.map((text) => `  ✗ ${inBoth(checkTitles[name])}: ${text}`)
  })
  return lines.length === 0 ? [] : [`${month} ${title} (${contestId})`, ...lines, '']
}

function findingText(finding: Finding): InBoth {
  switch (finding.code) {
    case 'row-changed':
      return [
        `dòng ${finding.seq} của nhật ký bị mất hoặc không còn như đã ghi`,
        `row ${finding.seq} of the log is missing or is not what was written`,
      ]
    case 'content-missing':
      return ['không có bộ câu hỏi đã khóa', 'there are no frozen questions']
    case 'content-changed':
      return ['bộ câu hỏi đã khóa bị sửa', 'the frozen questions were changed']
    case 'content-not-named':
      return [
        `nhật ký ghi đề ${short(finding.expected)}, đang lưu đề ${short(finding.found)}`,
        `the log names content ${short(finding.expected)}, stored is ${short(finding.found)}`,
      ]
    case 'unreadable':
      return [`không đọc được: ${finding.message}`, 'cannot be read']
    case 'value-differs': {
      const { memberId, field, found, expected } = finding
      return [
        `đảng viên ${memberId}: ${field} là ${found}, phải là ${expected}`,
        `member ${memberId}: ${field} is ${found}, must be ${expected}`,
      ]
    }
    case 'result-of-unsettled':
      return ['có kết quả lưu nhưng chưa chốt', 'a result is stored but nothing is settled']
    case 'through-seq':
      return [
        `kết quả lưu tính đến dòng ${finding.found}; chốt ở dòng ${finding.settledBySeq}, nhật ký có ${finding.lastSeq} dòng`,
        `the stored result counts through row ${finding.found}; settled by row ${finding.settledBySeq} of ${finding.lastSeq}`,
      ]
    case 'stage':
    case 'month':
    case 'settings':
      return [
        `${recordNames[finding.code]} là ${finding.found}, phải là ${finding.expected}`,
        `${finding.code} is ${finding.found}, must be ${finding.expected}`,
      ]
  }
}

const recordNames = { stage: 'trạng thái', month: 'tháng', settings: 'thiết lập' } as const

function sumOf(verdicts: readonly Verdict[]): string {
  const differing = verdicts.filter(({ ok }) => !ok).length
  const count = verdicts.length
  if (differing === 0) return inBoth([`${count} cuộc thi, tất cả đều khớp.`, `${count} contests, all right.`])
  return inBoth([`${differing} trong ${count} cuộc thi không khớp.`, `${differing} of ${count} contests differ.`])
}

function inBoth([vietnamese, english]: InBoth): string {
  return `${vietnamese} / ${english}`
}

function short(hash: string): string {
  return hash.slice(0, 8)
}
