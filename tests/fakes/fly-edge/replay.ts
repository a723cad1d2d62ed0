/** What an app asks of Fly's edge: `fly-replay: instance=…;state=…` and its other fields. */
export type Replay = {
  instance?: string
  preferInstance?: string
  app?: string
  region?: string
  elsewhere?: boolean
  state?: string
}

const FIELDS: Record<string, (replay: Replay, value: string) => void> = {
  instance: (replay, value) => (replay.instance = value),
  prefer_instance: (replay, value) => (replay.preferInstance = value),
  app: (replay, value) => (replay.app = value),
  region: (replay, value) => (replay.region = value),
  elsewhere: (replay, value) => (replay.elsewhere = value === 'true'),
  state: (replay, value) => (replay.state = value),
}

/** @returns undefined for a header that Fly would not understand */
export function parseReplay(header: string): Replay | undefined {
  const replay: Replay = {}
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    const take = FIELDS[part.slice(0, at).trim()]
    if (at < 1 || !take) return undefined
    take(replay, part.slice(at + 1).trim())
  }
  return replay
}

/** What the replayed request carries: who replayed it, and when (microseconds). */
export function toReplaySource(instance: string, state: string | undefined): string {
  const fields = [`instance=${instance}`, 'region=local', `t=${Date.now() * 1000}`]
  return [...fields, ...(state === undefined ? [] : [`state=${state}`])].join(';')
}
