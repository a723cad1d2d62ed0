/** The shapes that pages draw, named here so that a page needs no server module for a type. */
export type { TemplateDetail, TemplateItem } from './list.server.ts'
