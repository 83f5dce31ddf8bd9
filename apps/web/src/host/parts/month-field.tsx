import { hostShell } from '@khac-sau/language'
import { useMessages } from '../../ui/language.tsx'
import styles from './month-field.module.css'

type MonthFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (month: string) => void
  readonly disabled?: boolean | undefined
}

/** Two lists, because half of the browsers have no month input. */
export function MonthField({ label, value, onChange, disabled }: MonthFieldProps) {
  const text = useMessages(hostShell)
  const [year = '', month = ''] = value.split('-')
  return (
    <fieldset className={styles.field} disabled={disabled}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.lists}>
        <select
          className={styles.list}
          aria-label={text.month}
          value={month}
          onChange={(event) => onChange(`${year}-${event.target.value}`)}
        >
          {monthNumbers.map((number) => (
            <option key={number} value={twoDigits(number)}>
              {text.monthNumber({ month: number })}
            </option>
          ))}
        </select>
        <select
          className={styles.list}
          aria-label={text.year}
          value={year}
          onChange={(event) => onChange(`${event.target.value}-${month}`)}
        >
          {yearsAround(Number(year)).map((number) => (
            <option key={number} value={number}>
              {number}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  )
}

/** C1: months are those of Vietnam, wherever the laptop's clock thinks it is. */
export function currentMonth(now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit' })
  const [year = '', month = ''] = parts.format(now).split('-')
  return `${year}-${month}`
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1)

function yearsAround(shown: number): readonly number[] {
  const now = Number(currentMonth().slice(0, 4))
  const [first, last] = [Math.min(now - 5, shown), Math.max(now + 2, shown)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
