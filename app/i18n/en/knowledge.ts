import type { Area } from '../translate.ts'

export const knowledge = {} satisfies Area<'knowledge'>
