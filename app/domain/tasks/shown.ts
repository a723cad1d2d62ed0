/** Shapes a page may know of; the code that reads them stays on the server. */
export type { LeadAction, ReturningRow } from './coming-up.server.ts'
export type { TaskRow } from './list.server.ts'
