import { TELEGRAM_REACTIONS } from './telegram-reactions.ts'

/** The channels a company can be reached on. */
export const CHANNEL_KINDS = ['whatsapp-cloud', 'telegram', 'web-chat'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

const HOUR_MS = 3_600_000

export type ChannelRules = {
  /** how long after the customer's last message free text may go out; null: always */
  replyWindowMs: number | null
  /** characters of one text message */
  textMax: number
  /** characters of the text beside a file */
  captionMax: number
  /** bytes of one outgoing file */
  fileBytesMax: number
  /** whether approved templates may go out when the window is closed */
  hasTemplates: boolean
  /**
   * How a send that was interrupted is settled: a vendor that echoes our message id in a status
   * is waited for so long, the others are at once "may not have arrived". Never sent again by itself.
   */
  settleWaitMs: number
  /** how finely the vendor tells times, ms */
  timeStepMs: number
  /** what may still be done to a message that is out, as long as so many ms have not passed */
  canReact: boolean
  /** the only emoji it takes; undefined: any */
  reactions?: readonly string[]
  editMaxMs: number | null
  removeMaxMs: number | null
}

/** What each channel allows, as its contract in `contracts/` says. */
export const channelRules: Record<ChannelKind, ChannelRules> = {
  'whatsapp-cloud': {
    replyWindowMs: 24 * HOUR_MS,
    textMax: 4096,
    captionMax: 1024,
    fileBytesMax: 100 * 1024 * 1024,
    hasTemplates: true,
    settleWaitMs: 120_000,
    timeStepMs: 1000,
    canReact: true,
    editMaxMs: null,
    removeMaxMs: null,
  },
  telegram: {
    replyWindowMs: null,
    textMax: 4096,
    captionMax: 1024,
    fileBytesMax: 50 * 1024 * 1024,
    hasTemplates: false,
    settleWaitMs: 0,
    timeStepMs: 1000,
    canReact: true,
    reactions: TELEGRAM_REACTIONS,
    editMaxMs: 48 * HOUR_MS,
    removeMaxMs: 48 * HOUR_MS,
  },
  'web-chat': {
    replyWindowMs: null,
    textMax: 4096,
    captionMax: 4096,
    fileBytesMax: 16 * 1024 * 1024,
    hasTemplates: false,
    settleWaitMs: 0,
    timeStepMs: 1,
    canReact: true,
    editMaxMs: 24 * HOUR_MS,
    removeMaxMs: 24 * HOUR_MS,
  },
}

export function isChannelKind(value: string): value is ChannelKind {
  return (CHANNEL_KINDS as readonly string[]).includes(value)
}
