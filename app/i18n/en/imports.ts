import type { Area } from '../translate.ts'

export const imports = {} satisfies Area<'imports'>
