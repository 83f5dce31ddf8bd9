import { ScreenApp } from '../screen/screen-app.tsx'
import { mount } from './mount.tsx'
import { pageKey } from './page-key.ts'

mount(<ScreenApp screenKey={pageKey('screen') ?? ''} />)
