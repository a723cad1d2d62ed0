/** The shapes that pages draw, named here so that a page needs no server module for a type. */
export type { MacroOffer, MacroRow } from './list.server.ts'
export type { RunMacroResult } from './run.server.ts'
