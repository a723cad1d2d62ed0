/**
 * Whom a row is said to be by. A visitor for support is nobody of the company, so nobody is
 * written there; who it was stands in the audit log.
 *
 * @param id of whoever writes; visitors have numbers below zero
 */
export function toAuthorId(id: number | null | undefined): number | null {
  return typeof id === 'number' && id > 0 ? id : null
}
