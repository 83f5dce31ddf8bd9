import { parseRoster, type RosterProblem } from '@khac-sau/formats'
import type { RosterPreview } from '@khac-sau/protocol'

/** What a pasted list says, beside the names that are on the roster already. */
export function rosterPreview(text: string, namesOnRoster: readonly string[]): RosterPreview {
  const onRoster = new Set(namesOnRoster.map(identity))
  const { entries, problems } = parseRoster(text)
  return {
    entries: entries.map(({ line, name, group }) => ({
      line,
      name,
      groupName: group,
      onRoster: onRoster.has(identity(name)),
    })),
    problems: problems.map((problem) => ({ code: problem.code, line: problem.line, values: valuesOf(problem) })),
  }
}

/** By every mark, but not by case: Hoa and Hòa are two people. */
function identity(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function valuesOf({ other, name, limit }: RosterProblem): Record<string, string> {
  return {
    ...(name === '' ? {} : { name }),
    ...(other === null ? {} : { other: String(other) }),
    ...(limit === null ? {} : { limit: String(limit) }),
  }
}
