/** The shapes that pages draw, named here so that a page needs no server module for a type. */
export type { Way } from './ways.server.ts'
export type { ContactRow } from '#app/domain/contacts/list.server.ts'
