import { hostEditor } from '@khac-sau/language'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useFailureText } from '../parts/failure-banner.tsx'
import type { SaveState } from './autosave.ts'
import styles from './save-line.module.css'

type SaveLineProps = { readonly state: SaveState; readonly onSave: () => void }

/** Whether what stands on the page is stored. */
export function SaveLine({ state, onSave }: SaveLineProps) {
  const text = useMessages(hostEditor)
  const textOf = useFailureText()
  const words = {
    saved: text.saved,
    saving: text.saving,
    unsaved: text.unsaved,
    incomplete: text.incomplete,
    conflict: text.notSaved,
    failed: state.name === 'failed' ? `${text.notSaved}. ${textOf(state.failure)}` : text.notSaved,
  }[state.name]
  return (
    <div className={classNames(styles.line, styles[state.name])}>
      <p className={styles.words} role="status">
        <Icon name={icons[state.name]} />
        <span>{words}</span>
      </p>
      {(state.name === 'unsaved' || state.name === 'failed') && <Button onClick={onSave}>{text.saveNow}</Button>}
    </div>
  )
}

const icons: Readonly<Record<SaveState['name'], IconName>> = {
  saved: 'seal',
  saving: 'clock',
  unsaved: 'edit',
  incomplete: 'warning',
  conflict: 'stop',
  failed: 'stop',
}
