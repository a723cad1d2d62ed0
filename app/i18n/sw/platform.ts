import type { platform as en } from '../en/platform.ts'

export const platform: Record<keyof typeof en, string> = {}
