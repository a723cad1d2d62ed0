import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addWebsite } from './websites.server.ts'

/** How far and how often a company's own website is read where nobody said otherwise. */
const STANDARD = { depthMax: 3, pagesMax: 100, everyDays: 7 } as const

/** Begins to learn from a company's own website. One that is known already stays as it is. */
export function learnFromWebsite(
  db: TenantDb,
  { startUrl, memberId }: { startUrl: string; memberId: number },
): void {
  addWebsite(db, { ...STANDARD, startUrl, memberId })
}
