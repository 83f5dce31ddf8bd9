import { hostImport } from '@khac-sau/language'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useMessages } from '../../ui/language.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './choose-file.module.css'

type ChooseFileProps = { readonly busy: boolean; readonly onFile: (file: File) => void }

/** A place to drop a file on, with a button for everyone who does not drag. */
export function ChooseFile({ busy, onFile }: ChooseFileProps) {
  const text = useMessages(hostImport)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) onFile(file)
    // The same file can be chosen again.
    target.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file && !busy) onFile(file)
  }
  return (
    <div
      className={classNames(styles.place, isOver && styles.over)}
      onDragOver={(event) => {
        // Without it the browser leaves the page for the file.
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <input ref={input} type="file" accept=".xlsx,.csv,.txt,.tsv" hidden onChange={choose} />
      <Button icon="plus" busy={busy} onClick={() => input.current?.click()}>
        {text.chooseFile}
      </Button>
      <p className={styles.words}>{text.dropFile}</p>
      {busy && <Spinner label={text.reading} />}
    </div>
  )
}
