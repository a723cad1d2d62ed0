import type { Area } from '../translate.ts'

export const dashboard = {} satisfies Area<'dashboard'>
