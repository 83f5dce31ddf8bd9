import { CheckApp } from '../check/check-app.tsx'
import { mount } from './mount.tsx'
import { pageKey } from './page-key.ts'

mount(<CheckApp checkKey={pageKey('check') ?? ''} />)
