/** Shapes a page may know of; the code that reads them stays on the server. */
export type { LeadAction, TaskRow } from './today.server.ts'
