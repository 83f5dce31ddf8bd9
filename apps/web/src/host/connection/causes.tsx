import { hostConnection } from '@khac-sau/language'
import { useMessages } from '../../ui/language.tsx'
import type { Cause } from './verdict.ts'
import styles from './causes.module.css'

/** What may be wrong, in the order in which to try, with the presses on each device. */
export function Causes({ causes }: { readonly causes: readonly Cause[] }) {
  const text = useMessages(hostConnection)
  return (
    <ol className={styles.causes}>
      {causes.map((cause) => (
        <li key={cause} className={styles.cause}>
          <h3>{text[cause]}</h3>
          <p>{text[`${cause}Text`]}</p>
          <ul className={styles.steps}>
            {stepsOf[cause].map(([where, step]) => (
              <li key={step}>
                <b>{text.on({ system: where === 'admin' ? text.admin : where })}</b> {text[step]}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

type Step = readonly [where: 'Android' | 'iPhone' | 'Windows' | 'admin', step: StringKey]
/** The texts that need no values. */
type StringKey = {
  [Key in keyof Texts]: Texts[Key] extends string ? Key : never
}[keyof Texts]
type Texts = (typeof hostConnection)['vi']

const stepsOf: Readonly<Record<Cause, readonly Step[]>> = {
  mobileData: [
    ['Android', 'mobileDataAndroid'],
    ['iPhone', 'mobileDataIphone'],
  ],
  otherNetwork: [
    ['Android', 'otherNetworkAndroid'],
    ['iPhone', 'otherNetworkIphone'],
    ['Windows', 'otherNetworkWindows'],
  ],
  firewall: [
    ['Windows', 'firewallWindows'],
    ['Windows', 'firewallWindowsNetwork'],
  ],
  isolation: [
    ['Android', 'isolationAndroid'],
    ['iPhone', 'isolationIphone'],
    ['Windows', 'isolationWindows'],
  ],
  noInternet: [
    ['Android', 'noInternetAndroid'],
    ['iPhone', 'noInternetIphone'],
  ],
  filtered: [],
  wrongAddress: [['admin', 'wrongAddressAdmin']],
  blockedOnPhone: [
    ['Android', 'blockedOnPhoneAndroid'],
    ['iPhone', 'blockedOnPhoneIphone'],
  ],
  blockedOnComputer: [['Windows', 'blockedOnComputerWindows']],
  blockedOnTheWay: [['admin', 'blockedOnTheWayAdmin']],
}
