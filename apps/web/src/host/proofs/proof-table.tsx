import { isProofEnough, type MemberProof } from '@khac-sau/engine'
import { formatDateTime, hostProofs } from '@khac-sau/language'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import styles from './proof-table.module.css'
import type { ProvedPerson } from './proved-people.ts'

type ProofTableProps = {
  readonly people: readonly ProvedPerson[]
  readonly memberProof: MemberProof
  readonly busy: boolean
  readonly onNewPin: (person: ProvedPerson) => void
  readonly onNewLink: (person: ProvedPerson) => void
  readonly onRevokeLink: (person: ProvedPerson) => void
  readonly onForget: (person: ProvedPerson) => void
}

export function ProofTable(props: ProofTableProps) {
  const text = useMessages(hostProofs)
  return (
    <Table
      caption={text.title}
      hideCaption
      stacked
      columns={columnsOf(props, text)}
      rows={props.people}
      rowKey={({ memberId }) => memberId}
    />
  )
}

type Texts = (typeof hostProofs)['vi']

function columnsOf({ memberProof, ...actions }: ProofTableProps, text: Texts): readonly TableColumn<ProvedPerson>[] {
  const pin: TableColumn<ProvedPerson> = {
    key: 'pin',
    header: text.pin,
    cell: ({ hasPin }) => (hasPin ? text.hasPin : <b>{text.hasNoPin}</b>),
  }
  const link: TableColumn<ProvedPerson> = {
    key: 'link',
    header: text.link,
    cell: (person) => <LinkWords link={person.link} />,
  }
  return [
    { key: 'name', header: text.name, rowHeader: true, cell: (person) => <Name {...person} /> },
    ...(memberProof === 'pin' ? [pin] : []),
    ...(memberProof === 'link' ? [link] : []),
    {
      key: 'device',
      header: text.device,
      cell: ({ device }) => (
        <div className={styles.device}>
          <DeviceWords device={device} memberProof={memberProof} />
        </div>
      ),
    },
    {
      key: 'actions',
      header: text.actions,
      label: false,
      cell: (person) => <Actions {...actions} memberProof={memberProof} person={person} />,
    },
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

function Actions({ person, memberProof, busy, onNewPin, onNewLink, onRevokeLink, onForget }: ActionsProps) {
  const text = useMessages(hostProofs)
  const { name } = person
  return (
    <div className={styles.actions}>
      {memberProof === 'pin' && (
        <Button variant="quiet" disabled={busy} aria-label={text.newPinFor({ name })} onClick={() => onNewPin(person)}>
          {text.newPin}
        </Button>
      )}
      {memberProof === 'link' && (
        <Button
          variant="quiet"
          disabled={busy}
          aria-label={text.newLinkFor({ name })}
          onClick={() => onNewLink(person)}
        >
          {text.newLink}
        </Button>
      )}
      {memberProof === 'link' && person.link === 'open' && (
        <Button
          variant="quiet"
          disabled={busy}
          aria-label={text.revokeLinkOf({ name })}
          onClick={() => onRevokeLink(person)}
        >
          {text.revokeLink}
        </Button>
      )}
      {person.device && (
        <Button variant="quiet" disabled={busy} aria-label={text.forgetOf({ name })} onClick={() => onForget(person)}>
          {text.forget}
        </Button>
      )}
    </div>
  )
}

function LinkWords({ link }: Pick<ProvedPerson, 'link'>) {
  const text = useMessages(hostProofs)
  if (link === 'none') return <b>{text.hasNoPin}</b>
  return <>{link === 'open' ? text.linkOpen : text.linkUsed}</>
}

type DeviceWordsProps = Pick<ProvedPerson, 'device'> & Pick<ProofTableProps, 'memberProof'>

function DeviceWords({ device, memberProof }: DeviceWordsProps) {
  const text = useMessages(hostProofs)
  if (!device) return <>{text.noDevice}</>
  const ways = {
    name: text.provedByName,
    pin: text.provedByPin,
    link: text.provedByLink,
    host: text.provedByHost,
  }
  const isEnough = isProofEnough(memberProof, device.provedBy)
  return (
    <>
      {text.since({ time: formatDateTime(device.sinceMs) })}
      <span className={styles.more}>{isEnough ? ways[device.provedBy] : text.notEnough}</span>
    </>
  )
}
