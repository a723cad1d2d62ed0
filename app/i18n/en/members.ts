import type { Area } from '../translate.ts'

export const members = {} satisfies Area<'members'>
