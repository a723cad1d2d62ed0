/** Shapes a page may know of; the code that reads them stays on the server. */
export type { BoardColumn, LeadCard } from './board.server.ts'
export type { ContactLead } from './of-contact.server.ts'
export type { ForecastRow } from './forecast.server.ts'
export type { LeadRow } from './list.server.ts'
export type { Stage } from './stages.server.ts'
