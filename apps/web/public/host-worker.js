/*
 * The service worker of the host's pages, which make the app installable. All that it does is to say what to do when the
 * server cannot be reached. It keeps nothing of the app itself and reloads no page, so that nothing changes during a
 * contest: a page that is open goes on as it is, and the next one that is opened comes from the server.
 */
const kept = 'khac-sau-unreachable-1'
const page = '/unreachable.html'
const files = [page, '/unreachable.css', '/favicon.svg']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(files)))
})

self.addEventListener('activate', (event) => {
  const dropOthers = (names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)))
  event.waitUntil(caches.keys().then(dropOthers))
})

self.addEventListener('fetch', (event) => {
  const { mode, url } = event.request
  if (mode === 'navigate') event.respondWith(fetch(event.request).catch(() => caches.match(page)))
  else if (files.includes(new URL(url).pathname)) {
    event.respondWith(fetch(event.request).catch(() => caches.match(event.request)))
  }
})
