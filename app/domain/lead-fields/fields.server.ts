import { getCompany } from '#app/domain/company/queries.server.ts'
import type { LeadField } from '#app/industries/lead-field.ts'
import { industryOf } from '#app/industries/registry.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** What is worth knowing of an opportunity in this company's trade, in the order shown. */
export function leadFieldsOf(db: TenantDb): readonly LeadField[] {
  return industryOf(getCompany(db).industry).leadFields
}

export function findLeadField(db: TenantDb, key: string): LeadField | undefined {
  return leadFieldsOf(db).find((field) => field.key === key)
}
