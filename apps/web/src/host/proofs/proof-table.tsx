import { isProofEnough } from '@khac-sau/engine'
import { formatDateTime, hostProofs } from '@khac-sau/language'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import styles from './proof-table.module.css'
import type { ProvedPerson } from './proved-people.ts'

type ProofTableProps = {
  readonly people: readonly ProvedPerson[]
  readonly byPin: boolean
  readonly busy: boolean
  readonly onNewPin: (person: ProvedPerson) => void
  readonly onForget: (person: ProvedPerson) => void
}

export function ProofTable(props: ProofTableProps) {
  const text = useMessages(hostProofs)
  return (
    <Table
      caption={text.title}
      hideCaption
      columns={columnsOf(props, text)}
      rows={props.people}
      rowKey={({ memberId }) => memberId}
    />
  )
}

type Texts = (typeof hostProofs)['vi']

function columnsOf({ byPin, ...actions }: ProofTableProps, text: Texts): readonly TableColumn<ProvedPerson>[] {
  const pin: TableColumn<ProvedPerson> = {
    key: 'pin',
    header: text.pin,
    cell: ({ hasPin }) => (hasPin ? text.hasPin : <b>{text.hasNoPin}</b>),
  }
  return [
    { key: 'name', header: text.name, rowHeader: true, cell: (person) => <Name {...person} /> },
    ...(byPin ? [pin] : []),
    { key: 'device', header: text.device, cell: ({ device }) => <DeviceWords device={device} byPin={byPin} /> },
    { key: 'actions', header: text.actions, cell: (person) => <Actions {...actions} byPin={byPin} person={person} /> },
  ]
}

function Name({ name, groupName }: Pick<ProvedPerson, 'name' | 'groupName'>) {
  return (
    <>
      {name}
      {groupName !== '' && <span className={styles.more}>{groupName}</span>}
    </>
  )
}

type ActionsProps = Omit<ProofTableProps, 'people'> & { readonly person: ProvedPerson }

function Actions({ person, byPin, busy, onNewPin, onForget }: ActionsProps) {
  const text = useMessages(hostProofs)
  const { name } = person
  return (
    <ButtonRow>
      {byPin && (
        <Button variant="quiet" disabled={busy} aria-label={text.newPinFor({ name })} onClick={() => onNewPin(person)}>
          {text.newPin}
        </Button>
      )}
      {person.device && (
        <Button variant="quiet" disabled={busy} aria-label={text.forgetOf({ name })} onClick={() => onForget(person)}>
          {text.forget}
        </Button>
      )}
    </ButtonRow>
  )
}

function DeviceWords({ device, byPin }: Pick<ProvedPerson, 'device'> & { readonly byPin: boolean }) {
  const text = useMessages(hostProofs)
  if (!device) return <>{text.noDevice}</>
  const ways = { name: text.provedByName, pin: text.provedByPin, host: text.provedByHost }
  const isEnough = isProofEnough(byPin ? 'pin' : 'name', device.provedBy)
  return (
    <>
      {text.since({ time: formatDateTime(device.sinceMs) })}
      <span className={styles.more}>{isEnough ? ways[device.provedBy] : text.notEnough}</span>
    </>
  )
}
