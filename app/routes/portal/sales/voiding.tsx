import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { voidSale } from '#app/domain/sales/correct.server.ts'
import { readFormData, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

const REASON_MAX = 500

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'sales.correct')
  const saleId = Number(params['id'])
  const reason = (textFields(await readFormData(request))['reason'] ?? '').trim()
  const result = voidSale(db, member, { saleId, reason: reason.slice(0, REASON_MAX) })
  if (!result.ok) throw new Response(null, { status: 404 })
  return redirect(`/sales/${saleId}`, 303)
}
