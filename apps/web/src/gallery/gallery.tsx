import type { ComponentType } from 'react'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { accountStories } from './account-stories.tsx'
import { administrationStories } from './administration-stories.tsx'
import { linkStories } from './link-stories.tsx'
import { mergeStories } from './merge-stories.tsx'
import { boardStories } from './board-stories.tsx'
import { checkStories } from './check-stories.tsx'
import { ControlsView } from './controls-view.tsx'
import { FormsView } from './forms-view.tsx'
import { hostLiveStories } from './host-live-stories.tsx'
import { hostStories } from './host-stories.tsx'
import { PhoneAskView, PhoneRevealView, PhoneWaitView } from './phone-views.tsx'
import {
  ProjectorCountdownView,
  ProjectorJointPodiumView,
  ProjectorListView,
  ProjectorLobbyView,
  ProjectorPodiumView,
} from './projector-views.tsx'
import {
  ProjectorEightView,
  ProjectorLongestView,
  ProjectorQuestionView,
  ProjectorRevealView,
  ProjectorStemView,
} from './question-views.tsx'
import { playStories } from './play-stories.tsx'
import { ResultsView } from './results-view.tsx'
import { remoteStories } from './remote-stories.tsx'
import { screenStories } from './screen-stories.tsx'
import { TilesView } from './tiles-view.tsx'

const views: Readonly<Record<string, ComponentType>> = {
  controls: ControlsView,
  forms: FormsView,
  tiles: TilesView,
  results: ResultsView,
  'phone-wait': PhoneWaitView,
  'phone-ask': PhoneAskView,
  'phone-reveal': PhoneRevealView,
  'projector-lobby': ProjectorLobbyView,
  'projector-countdown': ProjectorCountdownView,
  'projector-stem': ProjectorStemView,
  'projector-question': ProjectorQuestionView,
  'projector-longest': ProjectorLongestView,
  'projector-eight': ProjectorEightView,
  'projector-reveal': ProjectorRevealView,
  'projector-podium': ProjectorPodiumView,
  'projector-joint': ProjectorJointPodiumView,
  'projector-list': ProjectorListView,
  ...playStories,
  ...screenStories,
  ...remoteStories,
  ...boardStories,
  ...checkStories,
  ...hostStories,
  ...hostLiveStories,
  ...accountStories,
  ...administrationStories,
  ...linkStories,
  ...mergeStories,
}

export function Gallery({ view }: { readonly view: string }) {
  const View = views[view]
  if (View) return <View />
  return (
    <PageShell brand={<Logo wordmark="Khắc Sâu" />} skipLabel="Đến nội dung">
      <ul>
        {Object.keys(views).map((name) => (
          <li key={name}>
            {['light', 'dark', 'contrast'].map((theme) => (
              <a key={theme} href={`?view=${name}&theme=${theme}`} style={{ marginRight: 16 }}>
                {name} {theme}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </PageShell>
  )
}
