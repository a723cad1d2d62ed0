import type { knowledge as en } from '../en/knowledge.ts'

export const knowledge: Record<keyof typeof en, string> = {}
