import type { ComponentType } from 'react'
import { EntryScreen } from '../app/entry-screen.tsx'
import { CheckView } from '../check/check-app.tsx'

/** The phone that tries the connection, and the address without a room. */
export const checkStories: Readonly<Record<string, ComponentType>> = {
  'check-trying': () => <CheckView state={{ name: 'trying' }} />,
  'check-good': () => <CheckView state={{ name: 'done', roundTripMillis: 24 }} />,
  'check-slow': () => <CheckView state={{ name: 'done', roundTripMillis: 812 }} />,
  'check-no-live': () => <CheckView state={{ name: 'no-live' }} />,
  'check-lost': () => <CheckView state={{ name: 'lost' }} />,
  'check-gone': () => <CheckView state={{ name: 'gone' }} />,
  'check-outdated': () => <CheckView state={{ name: 'outdated' }} />,
  entry: EntryScreen,
}
