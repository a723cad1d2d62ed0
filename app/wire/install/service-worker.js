// Runs in browsers, beside the portal's pages: shows notifications, keeps the built scripts and
// styles, and says so when there is no connection. No page and no data is ever kept.
const ASSETS = 'assets-1'
const OFFLINE = 'offline-1'
const OFFLINE_PATH = '/offline'
const ASSETS_MAX = 250

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(OFFLINE)
      .then((cache) => cache.add(new Request(OFFLINE_PATH, { cache: 'reload' })))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== ASSETS && name !== OFFLINE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate')
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE_PATH)))
})

// A built file never changes under its name.
async function asset(request) {
  const cache = await caches.open(ASSETS)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone()).then(() => trim(cache))
  return response
}

async function trim(cache) {
  const keys = await cache.keys()
  await Promise.all(
    keys.slice(0, Math.max(0, keys.length - ASSETS_MAX)).map((key) => cache.delete(key)),
  )
}

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.json() ?? {}))
})

async function show({ title = 'Baraza', body = '', url = '/notifications', tag }) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // Whoever has the portal in front of them sees the bell.
  if (pages.some((page) => page.focused)) return
  await self.registration.showNotification(title, {
    ...{ body, tag, renotify: Boolean(tag), data: { url } },
    ...{ icon: '/app-icon/192.png', badge: '/app-icon/badge.png' },
  })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data?.url))
})

async function open(path) {
  const url = new URL(path ?? '/notifications', self.location.origin)
  if (url.origin !== self.location.origin) return
  const pages = await self.clients.matchAll({ type: 'window' })
  const page = pages.find((one) => one.visibilityState === 'visible') ?? pages[0]
  if (!page) return void (await self.clients.openWindow(url.href))
  await page.focus()
  await page.navigate(url.href)
}
