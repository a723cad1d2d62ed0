import type { Area } from '../translate.ts'

export const mail = {} satisfies Area<'mail'>
