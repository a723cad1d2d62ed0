/** The shapes that pages draw, named here so that a page needs no server module for a type. */
export type { CannedOffer, CannedRow } from './list.server.ts'
