import type { Area } from '../translate.ts'

export const inbox = {} satisfies Area<'inbox'>
