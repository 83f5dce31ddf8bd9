import type { Member } from '@khac-sau/database'
import { type ColumnUse, matchRoster, parseRoster, type RosterPerson, type RosterProblem } from '@khac-sau/formats'
import type { RosterPreview } from '@khac-sau/protocol'

/** What a list says, beside whom of the roster each row means. */
export function rosterPreview(
  text: string,
  uses: readonly ColumnUse[] | undefined,
  roster: readonly Member[],
): Omit<RosterPreview, 'revision'> {
  const { columns, entries, problems } = parseRoster(text, uses)
  const matches = matchRoster(entries, roster.map(rosterPerson))
  return {
    columns: [...columns],
    entries: entries.map(({ group, ...entry }, index) => ({
      ...entry,
      groupName: group,
      memberId: matches[index]?.memberId ?? null,
      unsure: matches[index]?.unsure ?? false,
    })),
    problems: problems.map((problem) => ({
      code: problem.code,
      line: problem.line,
      field: problem.field,
      values: valuesOf(problem),
    })),
  }
}

export function rosterPerson(member: Member): RosterPerson {
  const { id, name, groupName, position, birthday, fromMonth, toMonth, active } = member
  return { memberId: id, name, group: groupName, position, birthday, fromMonth, toMonth, active }
}

function valuesOf({ other, name, value, limit }: RosterProblem): Record<string, string> {
  return {
    ...(name === '' ? {} : { name }),
    ...(value === '' ? {} : { value }),
    ...(other === null ? {} : { other: String(other) }),
    ...(limit === null ? {} : { limit: String(limit) }),
  }
}
