/** The shapes that pages draw, named here so that a page needs no server module for a type. */
export type { Sale } from './find.server.ts'
