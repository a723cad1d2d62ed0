import type { Area } from '../translate.ts'

export const ai = {} satisfies Area<'ai'>
