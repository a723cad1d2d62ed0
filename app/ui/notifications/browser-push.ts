/** Whether this browser shows notifications from here, as far as it says. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

export type Turned =
  | { ok: true; endpoint: string; p256dh: string; auth: string }
  | { ok: false; reason: 'denied' | 'failed' }

export function isPushPossible(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

export async function readPushState(publicKey: string): Promise<PushState> {
  if (!isPushPossible()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration('/')
  const subscription = await registration?.pushManager.getSubscription()
  return subscription && isFor(subscription, publicKey) ? 'on' : 'off'
}

/** Asks for leave and subscribes with the installation's key. */
export async function turnPushOn(publicKey: string): Promise<Turned> {
  try {
    if ((await Notification.requestPermission()) !== 'granted')
      return { ok: false, reason: 'denied' }
    await navigator.serviceWorker.register('/sw.js')
    const { pushManager } = await navigator.serviceWorker.ready
    const known = await pushManager.getSubscription()
    // One that was made with another key can receive nothing of ours.
    if (known && !isFor(known, publicKey)) await known.unsubscribe()
    const options = { userVisibleOnly: true, applicationServerKey: toBytes(publicKey) }
    const subscription = await pushManager.subscribe(options)
    const { endpoint, keys } = subscription.toJSON()
    const { p256dh, auth } = keys ?? {}
    if (!endpoint || !p256dh || !auth) return { ok: false, reason: 'failed' }
    return { ok: true, endpoint, p256dh, auth }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}

function isFor(subscription: PushSubscription, publicKey: string): boolean {
  const key = subscription.options?.applicationServerKey
  if (!key) return true
  const [given, wanted] = [new Uint8Array(key), toBytes(publicKey)]
  return given.length === wanted.length && given.every((byte, index) => byte === wanted[index])
}

function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}
