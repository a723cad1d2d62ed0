import type { Area } from '../translate.ts'

export const channels = {} satisfies Area<'channels'>
