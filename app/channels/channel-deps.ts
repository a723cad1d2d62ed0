import type { ChannelEnv } from './channel.ts'
import type { AfterReceive } from './inbound.server.ts'

/** What the jobs of channels get from the composition root. */
export type ChannelDeps = {
  env: ChannelEnv
  log: {
    info: (about: object, message: string) => void
    warn: (about: object, message: string) => void
  }
  afterReceive: AfterReceive
}
