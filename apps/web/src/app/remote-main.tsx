import { RemoteApp } from '../remote/remote-app.tsx'
import { mount } from './mount.tsx'

// In the fragment, which no server sees.
const secret = window.location.hash.slice(1)

// Another code scanned while the page is open changes the fragment only.
window.addEventListener('hashchange', () => window.location.reload())

mount(<RemoteApp pairingSecret={secret === '' ? null : secret} />)
