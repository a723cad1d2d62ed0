import type { Area } from '../translate.ts'

export const widget = {} satisfies Area<'widget'>
