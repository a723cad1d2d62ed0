import { platformSqliteOf } from '#app/platform/db.server.ts'
import { runCommand } from './command/command.ts'

type Row = {
  tenantId: string
  slug: string
  name: string
  industry: string
  status: string
  createdAt: number
}

await runCommand({}, (runtime) => {
  const rows = platformSqliteOf(runtime.platform)
    .prepare<[], Row>(
      `select id as tenantId, slug, name, industry, status, created_at as createdAt
       from tenants order by created_at, id`,
    )
    .all()
  const tenants = rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }))
  return { tenants }
})
