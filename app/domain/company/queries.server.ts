import { eq } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { company } from './schema.server.ts'

export type Company = typeof company.$inferSelect

const GET = Symbol('company.get')

/** The company's own settings; every file has exactly one row. */
export function getCompany(db: TenantDb): Company {
  const row = prepared(db, GET, selectCompany).get()
  if (!row) throw new Error('The company row is missing')
  return row
}

function selectCompany(db: TenantDb) {
  return db.select().from(company).where(eq(company.id, 1)).prepare()
}
