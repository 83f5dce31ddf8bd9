import { hostShell } from '@khac-sau/language'
import { Component, type ReactNode } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'

type PageErrorBoundaryProps = { readonly children: ReactNode }

/** A bug in one page must not leave the host with a blank one. React knows error boundaries as classes only. */
export class PageErrorBoundary extends Component<PageErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
  const text = useMessages(hostShell)
  return (
    <Banner
      tone="error"
      title={text.brokenTitle}
      action={<Button onClick={() => window.location.reload()}>{text.reload}</Button>}
    >
      {text.broken}
    </Banner>
  )
}
