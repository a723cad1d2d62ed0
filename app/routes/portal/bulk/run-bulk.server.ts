import type { ActionFunctionArgs } from '@remix-run/node'
import { bulk } from '#app/domain/bulk-actions/bulk.server.ts'
import type { BulkOrder } from '#app/domain/bulk-actions/steps.server.ts'
import type { Permission } from '#app/domain/members/permissions.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

type ReadOrder = (form: FormData, db: TenantDb) => BulkOrder | { refused: string }

/** Does what a bulk form asks to every ticked row (`ids`), and comes back with what came of it. */
export async function runBulk(
  { context, request }: ActionFunctionArgs,
  readOrder: ReadOrder,
  permission: Permission = 'conversations.reply',
): Promise<Response> {
  const { db, member } = requireMember(context, permission)
  const form = await readFormData(request)
  const order = readOrder(form, db)
  if ('refused' in order) return finish(form, { ok: false, reason: order.refused })
  const ids = form.getAll('ids').map(Number).filter(Number.isSafeInteger)
  const result = bulk(db, member, { ids, order })
  return finish(form, result, result.ok ? `bulk=${result.outcome.id}` : '')
}
