import { hostHome } from '@khac-sau/language'
import type { ContestStage } from '@khac-sau/protocol'
import { classNames } from '../../ui/class-names.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './stage-badge.module.css'

/** Word and icon: the colour only repeats them. */
export function StageBadge({ stage }: { readonly stage: ContestStage }) {
  const text = useMessages(hostHome)
  return (
    <span className={classNames(styles.badge, styles[stage])}>
      <Icon name={icons[stage]} size="1.1em" />
      <span>{text[stage]}</span>
    </span>
  )
}

const icons: Readonly<Record<ContestStage, IconName>> = {
  draft: 'edit',
  open: 'people',
  finished: 'clock',
  settled: 'seal',
}
