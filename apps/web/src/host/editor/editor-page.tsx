import { useState } from 'react'
import { Loaded } from '../parts/loaded.tsx'
import { useContest } from '../parts/queries.ts'
import { useMay } from '../parts/use-may.ts'
import { DraftToOpen } from './draft-to-open.tsx'
import { EditorScreen } from './editor-screen.tsx'
import { FrozenContest } from './frozen-contest.tsx'

export function EditorPage({ contestId }: { readonly contestId: string }) {
  const contest = useContest(contestId)
  const may = useMay()
  const [version, setVersion] = useState(0)
  const loadNewest = async () => {
    await contest.refetch()
    setVersion(version + 1)
  }
  return (
    <Loaded query={contest}>
      {(detail) =>
        detail.stage === 'draft' && !may('prepare-contests') ? (
          <DraftToOpen key={version} contest={detail} onLoadNewest={() => void loadNewest()} />
        ) : detail.stage === 'draft' ? (
          <EditorScreen key={version} contest={detail} onLoadNewest={() => void loadNewest()} />
        ) : (
          <FrozenContest contest={detail} />
        )
      }
    </Loaded>
  )
}
