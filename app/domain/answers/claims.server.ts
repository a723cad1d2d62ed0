import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { CheckedClaim, Rejected } from './claim.ts'
import { aiAnswerClaims } from './schema.server.ts'

/** Stores what an answer named, and what a first wording of it named that was not sent. */
export function recordClaims(
  db: TenantDb,
  answerId: number,
  { claims, rejected }: { claims: CheckedClaim[]; rejected: Rejected | null },
): void {
  const rows = [
    ...claims.map((claim) => ({ claim, isRejected: 0 })),
    ...(rejected?.claims ?? []).map((claim) => ({ claim, isRejected: 1 })),
  ].map(({ claim: { kind, text, source, passage: passageNumber }, isRejected }, ordinal) => ({
    ...{ answerId, ordinal, kind, text, source, passageNumber, isRejected },
  }))
  if (rows.length > 0) db.insert(aiAnswerClaims).values(rows).run()
}
