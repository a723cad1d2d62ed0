import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { followEvents } from './litefs-events.server.ts'
import type { LiteFsEvent } from './litefs-events.server.ts'
import { createReports } from './replica-reports.server.ts'

export type Role = 'primary' | 'replica'
/** What a node is. A replica without a `primary` is cut off, or does not know yet. */
export type Place = { role: Role; primary: string | undefined }
export type Replication = ReturnType<typeof createReplication>

/** How long what `.primary` said is believed while no events are followed. */
const ROLE_KNOWN_FOR_MS = 1_000
/** A broken stream of events says nothing about the role until this has passed. */
const SILENCE_MAX_MS = 1_000
/** Between two looks at a position somebody waits for, where no event told of it. */
const LOOK_AGAIN_MS = 25
const TXID_LENGTH = 16
/** What `.lag` says until a replica has been told everything once. */
const LAG_UNKNOWN_MS = 2 ** 31 - 1
const NOWHERE: Place = { role: 'replica', primary: undefined }
const ALONE: Place = { role: 'primary', primary: undefined }

/**
 * What this node is, and where its files stand. On a plain disk there is only one node, and it is
 * the primary. Below a LiteFS mount `.primary` exists on a connected replica only; its absence
 * means primary or cut off, so a server follows LiteFS's events, which say which.
 *
 * @param litefs the mount and LiteFS's own address; undefined on a plain disk
 */
export function createReplication(litefs: { dir: string; url: string } | undefined) {
  const reports = createReports()
  const listeners = new Set<(file: string) => void>()
  const placeListeners = new Set<(place: Place) => void>()
  let told: Place | undefined
  let isFollowing = false
  let looked: (Place & { at: number }) | undefined
  let silence: NodeJS.Timeout | undefined
  let stopFollowing = () => {}

  function place(): Place {
    if (!litefs) return ALONE
    if (isFollowing) return told ?? NOWHERE
    if (looked && Date.now() - looked.at < ROLE_KNOWN_FOR_MS) return looked
    looked = { ...readPlace(litefs.dir), at: Date.now() }
    return looked
  }

  function move(next: Place | undefined): void {
    clearTimeout(silence)
    const before = place()
    told = next
    const now = place()
    if (now.role === before.role && now.primary === before.primary) return
    for (const listener of placeListeners) listener(now)
  }

  function hear(event: LiteFsEvent): void {
    if (event.type === 'tx') {
      for (const listener of listeners) listener(event.db)
      return
    }
    const { isPrimary, hostname } = event.data
    move({ role: isPrimary ? 'primary' : 'replica', primary: isPrimary ? undefined : hostname })
  }

  /** Follows LiteFS until `stop`. @returns once the role is known, or LiteFS does not answer */
  async function follow(): Promise<void> {
    if (!litefs || isFollowing) return
    const following = followEvents(`${litefs.url}/events`, {
      onEvent: hear,
      onBreak: () => {
        clearTimeout(silence)
        silence = setTimeout(() => move(undefined), SILENCE_MAX_MS)
      },
    })
    stopFollowing = following.stop
    isFollowing = true
    await following.begun
  }

  function stop(): void {
    stopFollowing()
    clearTimeout(silence)
  }

  /** The newest transaction of a file on this node: 16 hex digits, in order as text. */
  function positionOf(file: string): string | undefined {
    if (!litefs) return undefined
    try {
      return readFileSync(join(litefs.dir, `${file}-pos`), 'utf8').slice(0, TXID_LENGTH)
    } catch {
      return undefined
    }
  }

  /** Waits until a file of this node holds a transaction. @returns false when it did not come */
  async function reaches(file: string, txid: string, timeoutMs: number): Promise<boolean> {
    const endsAt = Date.now() + timeoutMs
    while ((positionOf(file) ?? '') < txid) {
      if (Date.now() >= endsAt) return false
      await soonOrTold(file)
    }
    return true
  }

  function soonOrTold(file: string): Promise<void> {
    return new Promise((resolve) => {
      const listener = (named: string) => named === file && done()
      const timer = setTimeout(done, LOOK_AGAIN_MS)
      function done(): void {
        clearTimeout(timer)
        listeners.delete(listener)
        resolve()
      }
      listeners.add(listener)
    })
  }

  /**
   * How far behind the primary, ms: on a replica its own lag, on the primary the greatest of
   * those that report to it; null where nothing is replicated or nobody has said yet.
   */
  function lagMs(): number | null {
    if (!litefs) return null
    return place().role === 'primary' ? reports.lagMs() : readLag(litefs.dir)
  }

  return {
    ...{ follow, stop, positionOf, reaches, lagMs, reports, place },
    ...{ isReplicated: litefs !== undefined, dir: litefs?.dir },
    role: () => place().role,
    primary: () => place().primary,
    /** Called with the file of every transaction that arrives here. @returns stops listening */
    onTransaction: (listener: (file: string) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Called when the role or the primary has changed. @returns stops listening */
    onPlace: (listener: (place: Place) => void) => {
      placeListeners.add(listener)
      return () => void placeListeners.delete(listener)
    },
  }
}

function readPlace(dir: string): Place {
  const path = join(dir, '.primary')
  const primary = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  return { role: primary === undefined ? 'primary' : 'replica', primary }
}

/** LiteFS writes a sign and leading zeros: `+000000047`. */
function readLag(dir: string): number | null {
  const path = join(dir, '.lag')
  if (!existsSync(path)) return null
  const lag = Number(readFileSync(path, 'utf8').trim())
  return Number.isFinite(lag) && lag !== LAG_UNKNOWN_MS ? Math.max(0, lag) : null
}
