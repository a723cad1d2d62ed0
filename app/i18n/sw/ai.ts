import type { ai as en } from '../en/ai.ts'

export const ai: Record<keyof typeof en, string> = {}
