const PATH_LENGTH_MAX = 500
/** Leaving or entering again right after signing in helps nobody. */
const NOT_A_PLACE = /^\/(login|logout|hand-over)(\/|\?|$)/

/**
 * A place on this very host to go to next, as `?next=` and `returnTo` carry it.
 *
 * @returns the path with its query and its place on the page, or undefined for anything that could lead elsewhere
 */
export function toSafePath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > PATH_LENGTH_MAX) return undefined
  // Browsers read a backslash as a slash and drop control characters.
  if (!/^\/(?![/\\])[^\\\p{C}]*$/u.test(value)) return undefined
  const url = new URL(value, 'http://here.invalid')
  // Dot segments are resolved by now: what is left may begin like another host's address.
  const isHere = url.host === 'here.invalid' && !url.pathname.startsWith('//')
  return isHere ? url.pathname + url.search + url.hash : undefined
}

/** The same for the page after signing in. */
export function toNextPath(value: unknown): string | undefined {
  const path = toSafePath(value)
  return path && !NOT_A_PLACE.test(path) ? path : undefined
}
