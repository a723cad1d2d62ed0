import type { privacy as english } from '../en/privacy.ts'

export const privacy: Record<keyof typeof english, string> = {}
