/** Where the browsers in use have their push services; `.x` also takes every host below x. */
const KNOWN = [
  'fcm.googleapis.com',
  'android.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.services.mozilla.com',
  '.notify.windows.com',
  'web.push.apple.com',
  '.push.apple.com',
]
const LENGTH_MAX = 1_000

/**
 * Whether an address that a browser named as its push service is one. Anything else could be a
 * machine inside our own network: we would be posting to wherever a member says.
 *
 * @param extra origins the operator trusts beside the known ones
 */
export function isPushService(endpoint: string, extra: readonly string[] = []): boolean {
  if (endpoint.length > LENGTH_MAX || !URL.canParse(endpoint)) return false
  const url = new URL(endpoint)
  if (url.username || url.password) return false
  if (extra.includes(url.origin)) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return KNOWN.some((known) =>
    known.startsWith('.') ? url.hostname.endsWith(known) : url.hostname === known,
  )
}
