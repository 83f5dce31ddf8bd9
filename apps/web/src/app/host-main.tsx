import { Router } from 'wouter'
import { HostApp } from '../host/host-app.tsx'
import { becomeInstallable } from './become-installable.ts'
import { mount } from './mount.tsx'

mount(
  <Router base="/host">
    <HostApp />
  </Router>,
)
becomeInstallable()
