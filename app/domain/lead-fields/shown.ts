/** Shapes a page may know of; the code that reads them stays on the server. */
export type { CardFact, ShownField } from './list.server.ts'
