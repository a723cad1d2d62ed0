const KEY = 'emoji:recent'
const KEPT = 16

/** What this device used last, the newest first. */
export function listRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function noteRecent(sign: string): void {
  try {
    const others = listRecent().filter((one) => one !== sign)
    localStorage.setItem(KEY, JSON.stringify([sign, ...others].slice(0, KEPT)))
  } catch {
    // A full or forbidden storage remembers nothing; choosing works all the same.
  }
}
