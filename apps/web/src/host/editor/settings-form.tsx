import { limits } from '@khac-sau/engine'
import { hostEditor } from '@khac-sau/language'
import { useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { SettingsValue, WarmUpValue } from './contest-draft.ts'
import { NumberField } from './number-field.tsx'
import { useReadyWarmUp, WarmUpFields } from './warm-up-fields.tsx'
import styles from './settings-form.module.css'

type SettingsFormProps = {
  readonly settings: SettingsValue
  readonly onChange: (settings: SettingsValue) => void
}

const switches = ['countsForSeason', 'oneTap', 'autoAdvance', 'showStandings', 'strictOrder'] as const

export function SettingsForm({ settings, onChange }: SettingsFormProps) {
  const text = useMessages(hostEditor)
  const ready = useReadyWarmUp()
  // What was written is not lost by switching it off and on again.
  const [written, setWritten] = useState(settings.warmUp ?? ready)
  const changeWarmUp = (warmUp: WarmUpValue) => {
    setWritten(warmUp)
    onChange({ ...settings, warmUp })
  }
  return (
    <Card title={text.settings} look="plain">
      <div className={styles.figures}>
        <NumberField
          label={text.seconds}
          hint={text.secondsHint}
          outside={text.secondsError}
          limits={limits.seconds}
          value={settings.secondsPerQuestion}
          onChange={(seconds) => onChange({ ...settings, secondsPerQuestion: seconds ?? Number.NaN })}
        />
        <NumberField
          label={text.maximum}
          hint={text.maximumHint}
          outside={text.maximumError}
          limits={limits.maximumScore}
          value={settings.maximumScore}
          onChange={(maximum) => onChange({ ...settings, maximumScore: maximum ?? Number.NaN })}
        />
      </div>
      <div className={styles.switches}>
        {switches.map((name) => (
          <Checkbox
            key={name}
            label={text[name]}
            hint={text[`${name}Hint`]}
            checked={settings[name]}
            onChange={(event) => onChange({ ...settings, [name]: event.target.checked })}
          />
        ))}
        <Checkbox
          label={text.warmUp}
          hint={text.warmUpHint}
          checked={settings.warmUp !== null}
          onChange={(event) => onChange({ ...settings, warmUp: event.target.checked ? written : null })}
        />
      </div>
      {settings.warmUp && <WarmUpFields warmUp={settings.warmUp} onChange={changeWarmUp} />}
    </Card>
  )
}
