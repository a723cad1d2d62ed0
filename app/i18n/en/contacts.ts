import type { Area } from '../translate.ts'

export const contacts = {} satisfies Area<'contacts'>
