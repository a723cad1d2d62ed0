import type { Area } from '../translate.ts'

export const settings = {} satisfies Area<'settings'>
