import { LinkApp } from '../link/link-app.tsx'
import { mount } from './mount.tsx'

// In the fragment, which no server sees.
const secret = window.location.hash.slice(1)

// Another link opened while the page is open changes the fragment only.
window.addEventListener('hashchange', () => window.location.reload())

mount(<LinkApp secret={secret} />)
