import type { channels as en } from '../en/channels.ts'

export const channels: Record<keyof typeof en, string> = {}
