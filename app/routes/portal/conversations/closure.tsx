import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findProductsLike } from '#app/domain/catalog/find-products.server.ts'
import { findClosingFacts } from '#app/domain/closing/facts.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { readClosing, toMissingErrors } from '#app/routes/closing-form.server.ts'
import { refuseForm, readFormData, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import type { Errors } from '#app/routes/sale-form.server.ts'
import { ClosePage } from '#app/ui/closing/close-page.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** `?products=` looks into the catalogue for a line of the sale. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const facts = findClosingFacts(db, member, Number(params['id']))
  if (!facts) throw new Response(null, { status: 404 })
  const text = new URL(request.url).searchParams.get('products')
  return { facts, found: text === null ? undefined : findProductsLike(db, text.slice(0, 100)) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const typed = textFields(form)
  const read = readClosing(db, typed, getCompany(db).currency)
  if (!read.ok) return refuse(typed, 'closing_incomplete', read.errors)
  const id = Number(params['id'])
  const result = closeConversation(db, member, id, read.closing)
  if (result.ok || result.reason === 'not_found') return finish(form, result, `closed=${id}`)
  if (result.reason !== 'closing_incomplete')
    return refuse(typed, result.reason, { lostReasonId: result.reason })
  return refuse(typed, result.reason, toMissingErrors(result.missing))
}

function refuse(typed: Record<string, string>, reason: string, errors: Errors) {
  const { errors: kept, values } = refuseForm(typed, errors).result
  return data({ ok: false as const, reason, form: { errors: kept, values } }, { status: 422 })
}

export default function Closure() {
  const { facts } = useLoaderData<typeof loader>()
  const result = useActionData<{ form?: FormResult }>()
  return <ClosePage facts={facts} result={result?.form} />
}
