import { check as checkTexts, hostConnection } from '@khac-sau/language'
import type { CheckedPhone, ConnectionCheck } from '@khac-sau/protocol'
import { useEffect, useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { browserFamily } from '../../ui/browser-family.ts'
import { Card } from '../../ui/card.tsx'
import { familyWords } from '../../ui/family-words.ts'
import { GoodPanel } from '../../ui/good-panel.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { keepTried } from '../parts/tried-steps.ts'
import { Causes } from './causes.tsx'
import { causesOf, patienceMillis, phoneVerdict, type Verdict, verdictOf } from './verdict.ts'
import styles from './check-result.module.css'

/** What has been found since this code is on show: another code is another component. */
export function CheckResult({ check: { phones, reach } }: { readonly check: ConnectionCheck }) {
  const text = useMessages(hostConnection)
  const verdict = verdictOf(phones, useWaited())
  const isThrough = verdict === 'good' || verdict === 'slow'
  useEffect(() => {
    if (isThrough) keepTried('check')
  }, [isThrough])
  return (
    <Card title={text.resultTitle}>
      <Found verdict={verdict} />
      <Causes causes={causesOf(verdict, reach)} />
      {phones.length > 0 && <Phones phones={phones} />}
    </Card>
  )
}

/** No finer than needed: whether the patience is over. */
function useWaited(): number {
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(patienceMillis), patienceMillis)
    return () => clearTimeout(timer)
  }, [])
  return waited
}

function Found({ verdict }: { readonly verdict: Verdict }) {
  const text = useMessages(hostConnection)
  switch (verdict) {
    case 'waiting':
      return <Spinner label={text.waiting} />
    case 'testing':
      return <Spinner label={text.testing} />
    case 'good':
      return <GoodPanel title={text.good}>{text.goodText}</GoodPanel>
    case 'slow':
      return (
        <Banner tone="warning" title={text.slow}>
          {text.slowText}
        </Banner>
      )
    case 'page-only':
      return (
        <Banner tone="warning" title={text.pageOnly}>
          {text.pageOnlyText}
        </Banner>
      )
    case 'nothing':
      return (
        <Banner tone="warning" title={text.nothing}>
          {text.nothingText}
        </Banner>
      )
  }
}

function Phones({ phones }: { readonly phones: readonly CheckedPhone[] }) {
  const text = useMessages(hostConnection)
  const words = useMessages(checkTexts)
  return (
    <div>
      <h3 className={styles.heading}>{text.phones}</h3>
      <ul>
        {phones.map((phone) => (
          <li key={phone.phoneId}>
            <b>{familyWords(browserFamily(phone.userAgent), words)}</b>: {phoneWords(phone, text)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function phoneWords(phone: CheckedPhone, text: (typeof hostConnection)['vi']): string {
  if (phone.roundTripMillis !== null) return text.phoneGood({ millis: phone.roundTripMillis })
  return phoneVerdict(phone) === 'testing' ? text.phoneTesting : text.phonePageOnly
}
