import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findProductsLike } from '#app/domain/catalog/find-products.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { correctSale } from '#app/domain/sales/correct.server.ts'
import { findSale } from '#app/domain/sales/find.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { refuseForm, readFormData, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readSale } from '#app/routes/sale-form.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { SalePage } from '#app/ui/sales/sale-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** `?products=` looks into the catalogue for a line of the sale. */
export function loader(args: LoaderFunctionArgs) {
  const { context, request, params } = args
  const { db, member } = requireMember(context, 'conversations.read')
  const sale = findSale(db, member, Number(params['id']))
  if (!sale) throw new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const text = query.get('products')
  return {
    title: pageTitle(args, 'closing.saleOf', { name: sale.contactName }),
    ...{ sale, wasSaved: query.has('saved') },
    mayCorrect: can(member, 'sales.correct') && sale.voidedAt === null,
    found: text === null ? undefined : findProductsLike(db, text.slice(0, 100)),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'sales.correct')
  const saleId = Number(params['id'])
  const known = findSale(db, member, saleId)
  if (!known) throw new Response(null, { status: 404 })
  const typed = textFields(await readFormData(request))
  const { sale: terms, errors } = readSale(db, typed, known.currency)
  const refuse = (fields: typeof errors) =>
    data(refuseForm(typed, fields).result satisfies FormResult, { status: 422 })
  if (!terms) return refuse(Object.keys(errors).length > 0 ? errors : { amount: 'required' })
  const result = correctSale(db, member, { saleId, terms })
  return result.ok ? redirect(`/sales/${saleId}?saved`) : refuse({ '': result.reason })
}

export default function Sale() {
  const { sale, mayCorrect, wasSaved } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  return <SalePage sale={sale} mayCorrect={mayCorrect} wasSaved={wasSaved} result={result} />
}
