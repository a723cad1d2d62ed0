/** What a page may know of; the code that reads it stays on the server. */
export type { MemberFigures } from './table.server.ts'
