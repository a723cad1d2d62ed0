import type { Area } from '../translate.ts'

export const platform = {} satisfies Area<'platform'>
