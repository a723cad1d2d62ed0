import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findProduct } from '#app/domain/catalog/products.server.ts'
import { findLimits, saveLimits } from '#app/domain/negotiation/limits.server.ts'
import { listOffers } from '#app/domain/negotiation/offers.server.ts'
import { negotiationForm } from '#app/routes/negotiation-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { NegotiationPage } from '#app/ui/knowledge/negotiation-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** The field a refusal belongs to. */
const fields = {
  floor_above_price: 'floorMinor',
  bulk_floor_above_floor: 'bulkFloorMinor',
  person_below_floor: 'personBelowMinor',
  not_found: '',
}

/** Only for who may change it: whoever else knew the lowest price could tell it. */
export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'knowledge.write')
  const product = findProduct(db, Number(args.params['id']))
  if (!product) throw new Response(null, { status: 404 })
  const { id, name, priceMinor, currency } = product
  return {
    title: pageTitle(args, 'negotiation.title', { name }),
    product: { id, name, priceMinor, currency },
    limits: findLimits(db, id) ?? null,
    offers: listOffers(db, id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const product = findProduct(db, Number(params['id']))
  if (!product) throw new Response(null, { status: 404 })
  const form = await readFormData(request)
  const read = parseForm(form, negotiationForm(product.currency))
  if (!read.ok) return read.result
  const saved = saveLimits(db, member, { productId: product.id, limits: read.values })
  if (!saved.ok)
    return refuseForm(textFields(form), { [fields[saved.reason]]: saved.reason }).result
  return redirect(`/knowledge/products/${product.id}`)
}

export default function ProductNegotiation() {
  return (
    <NegotiationPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
  )
}
