import { ScreenApp } from '../screen/screen-app.tsx'
import { mount } from './mount.tsx'
import { pageKey } from './page-key.ts'

// In the fragment, as the host's page links to it: a reload keeps it, and the projector's plain address does not have it.
mount(<ScreenApp screenKey={pageKey('screen') ?? ''} driven={window.location.hash === '#one-screen'} />)
