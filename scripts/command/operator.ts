import type { AuditActor } from '#app/domain/audit/record.server.ts'

/** Whoever runs commands on the machine, in a company's audit log. */
export const operator: AuditActor = { kind: 'platform', id: null, name: 'command line' }
