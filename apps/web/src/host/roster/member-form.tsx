import { hostRoster, hostShell } from '@khac-sau/language'
import type { Member, MemberChange } from '@khac-sau/protocol'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ConflictBanner } from '../parts/conflict-banner.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { currentMonth, MonthField } from '../parts/month-field.tsx'
import { TimeSelect } from '../parts/time-select.tsx'
import { useAction } from '../parts/use-action.ts'
import { BirthdayField } from './birthday-field.tsx'
import { changedFields, useMemberDifferences } from './member-differences.ts'
import type { RosterActions } from './roster-actions.ts'
import styles from './member-form.module.css'

type MemberFormProps = {
  readonly member: Member
  readonly actions: RosterActions
  readonly onClose: () => void
}

/** What somebody else stores meanwhile does not take away what is being written. */
export function MemberForm({ member, actions, onClose }: MemberFormProps) {
  const [base, setBase] = useState(member)
  return (
    <VersionForm
      key={base.revision}
      base={base}
      newest={member}
      actions={actions}
      onClose={onClose}
      onTakeNewest={() => setBase(member)}
    />
  )
}

type VersionFormProps = Omit<MemberFormProps, 'member'> & {
  /** What the form was made from. */
  readonly base: Member
  readonly newest: Member
  readonly onTakeNewest: () => void
}

function VersionForm({ base, newest, actions, onClose, onTakeNewest }: VersionFormProps) {
  const text = useMessages(hostRoster)
  const shell = useMessages(hostShell)
  const { busy, failure, lastChange, run } = useAction()
  const [form, setForm] = useState(base)
  const [birthday, setBirthday] = useState<string | null | undefined>(base.birthday)
  const [asked, setAsked] = useState<MemberChange>({})
  const differences = useMemberDifferences(base, newest, asked)
  const isNameless = form.name.trim() === ''
  const isBackwards = form.toMonth !== null && form.toMonth < form.fromMonth
  const change = async (wanted: MemberChange, revision = base.revision) => {
    if (Object.keys(wanted).length === 0) return onClose()
    setAsked(wanted)
    const outcome = await run(() => actions.change(base.memberId, revision, wanted))
    if (outcome.ok) onClose()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isNameless || isBackwards || birthday === undefined) return
    void change(changedFields(base, { ...form, birthday }))
  }
  return (
    <form className={styles.form} noValidate onSubmit={save}>
      {failure === 'conflict' && newest.revision !== base.revision ? (
        <ConflictBanner
          lastChange={lastChange}
          differences={differences}
          busy={busy}
          onTakeNewest={onTakeNewest}
          onKeepMine={() => void change(asked, newest.revision)}
        />
      ) : (
        <FailureBanner failure={failure} lastChange={lastChange} />
      )}
      <div className={styles.fields}>
        <TextField
          label={text.name}
          error={isNameless ? text.nameMissing : undefined}
          maxLength={80}
          autoFocus
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        <TextField
          label={text.group}
          maxLength={80}
          value={form.groupName}
          onChange={(event) => setForm({ ...form, groupName: event.target.value })}
        />
        <TextField
          label={text.position}
          maxLength={80}
          value={form.position}
          onChange={(event) => setForm({ ...form, position: event.target.value })}
        />
        <BirthdayField value={base.birthday} onChange={setBirthday} />
        <MonthField
          label={text.fromMonth}
          value={form.fromMonth}
          onChange={(fromMonth) => setForm({ ...form, fromMonth })}
        />
        <LastMonth value={form.toMonth} onChange={(toMonth) => setForm({ ...form, toMonth })} />
      </div>
      {isBackwards && <p className={styles.error}>{text.monthOrder}</p>}
      <Checkbox
        label={text.markUnranked}
        hint={text.unrankedHint}
        checked={!form.ranked}
        onChange={(event) => setForm({ ...form, ranked: !event.target.checked })}
      />
      <TimeSelect
        label={text.timeTitle}
        hint={text.timeHint}
        normal={text.timeNormal}
        more={text.timeMore}
        value={form.timePercent}
        onChange={(timePercent) => setForm({ ...form, timePercent })}
      />
      <div className={styles.actions}>
        <Button variant="primary" type="submit" busy={busy}>
          {shell.save}
        </Button>
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button variant="quiet" busy={busy} onClick={() => void change({ active: !base.active })}>
          {base.active ? text.deactivate : text.reactivate}
        </Button>
      </div>
      {base.active && <p className={styles.hint}>{text.deactivateHint}</p>}
    </form>
  )
}

type LastMonthProps = { readonly value: string | null; readonly onChange: (month: string | null) => void }

function LastMonth({ value, onChange }: LastMonthProps) {
  const text = useMessages(hostRoster)
  return (
    <div>
      {value !== null && <MonthField label={text.toMonth} value={value} onChange={onChange} />}
      <Checkbox
        label={text.noEnd}
        checked={value === null}
        onChange={(event) => onChange(event.target.checked ? null : currentMonth())}
      />
    </div>
  )
}
