import { createReadStream } from 'node:fs'
import type { ActionFunctionArgs } from '@remix-run/node'
import { recordPlatformAudit } from '#app/platform/audit/record.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { downloadHeaders, streamBytes } from '#app/routes/download.server.ts'

const SQLITE_TYPE = 'application/vnd.sqlite3'

export const loader = postOnlyLoader

/** Hands out the copy of a leaving company, and notes who took it. @throws Response 404 without one */
export function action(args: ActionFunctionArgs) {
  const { platform, services, user, company } = requireCompany(args, 'tenants.write')
  const file = company.exportedAt === null ? undefined : services.companies.findExport(company.id)
  if (!file) throw new Response(null, { status: 404 })
  const by = { kind: 'user', id: user.id, name: user.name } as const
  recordPlatformAudit(platform, by, { action: 'tenant.export_taken', tenantId: company.id })
  const stream = createReadStream(file.path)[Symbol.asyncIterator]()
  return new Response(streamBytes(stream as AsyncIterator<Uint8Array, void>), {
    headers: {
      ...downloadHeaders(`${company.slug}.db`, SQLITE_TYPE),
      'Content-Length': String(file.bytes),
    },
  })
}
