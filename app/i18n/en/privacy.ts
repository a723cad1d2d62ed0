import type { Area } from '../translate.ts'

export const privacy = {} satisfies Area<'privacy'>
