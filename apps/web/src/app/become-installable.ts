/** The secretary may keep the app on the desktop or home screen; members never need to (public/host-worker.js). */
export function becomeInstallable(): void {
  // Browsers have it on https and on the machine itself only; a plain LAN address does without.
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return
  // Where a browser refuses it says so in its console, and the page goes on without.
  window.addEventListener('load', () => void navigator.serviceWorker.register('/host-worker.js', { scope: '/host' }))
}
