import { hostResult } from '@khac-sau/language'
import type { ContestResultView } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { Loaded } from '../parts/loaded.tsx'
import { failureOfError, keys, useResult } from '../parts/queries.ts'
import { ResultScreen } from './result-screen.tsx'

type ResultPageProps = { readonly contestId: string; readonly boardUrl: string }

export function ResultPage({ contestId, boardUrl }: ResultPageProps) {
  const result = useResult(contestId)
  const client = useQueryClient()
  const excuse = async (memberId: string, excused: boolean) => {
    const path = `/api/contests/${encodeURIComponent(contestId)}/excusals/${encodeURIComponent(memberId)}`
    // The tick is drawn at once; what is stored is loaded afterwards, whether it worked or not.
    client.setQueryData<ContestResultView>(
      keys.result(contestId),
      (shown) => shown && withExcuse(shown, memberId, excused),
    )
    const outcome = await request('PUT', path, anyAnswer, { body: { excused } })
    await client.invalidateQueries({ queryKey: keys.result(contestId) })
    return outcome
  }
  if (result.isError && failureOfError(result.error) === 'not-settled') return <NotSettled contestId={contestId} />
  return (
    <Loaded query={result}>{(view) => <ResultScreen result={view} boardUrl={boardUrl} onExcuse={excuse} />}</Loaded>
  )
}

function NotSettled({ contestId }: { readonly contestId: string }) {
  const text = useMessages(hostResult)
  return (
    <Banner
      tone="info"
      title={text.notSettledTitle}
      action={
        <Link href={`/contest/${contestId}/live`} asChild>
          <LinkButton>{text.toLive}</LinkButton>
        </Link>
      }
    >
      {text.notSettledNext}
    </Banner>
  )
}

function withExcuse(result: ContestResultView, memberId: string, excused: boolean): ContestResultView {
  return { ...result, rows: result.rows.map((row) => (row.memberId === memberId ? { ...row, excused } : row)) }
}
