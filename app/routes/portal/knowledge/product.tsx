import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findProduct, updateProduct } from '#app/domain/catalog/products.server.ts'
import { listCurrencies } from '#app/domain/company/currencies.ts'
import { findLimits } from '#app/domain/negotiation/limits.server.ts'
import { removeFile } from '#app/domain/files/store.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readProductForm, toProductErrors } from '#app/routes/product-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { BargainingLine } from '#app/ui/knowledge/bargaining-line.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { ProductFields } from '#app/ui/knowledge/product-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const product = findProduct(db, Number(args.params['id']))
  if (!product) throw new Response(null, { status: 404 })
  const mayWrite = can(member, 'knowledge.write')
  const title = pageTitle(args, 'knowledge.productEdit')
  const mayBargain = mayWrite && findLimits(db, product.id) !== undefined
  return { title, product, mayWrite, mayBargain, currencies: listCurrencies() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const known = findProduct(db, Number(params['id']))
  if (!known) throw new Response(null, { status: 404 })
  const read = await readProductForm(request, db, {
    ...{ memberId: member.id, fits: billing.fitsStorage(db) },
  })
  if (!read.ok) return read.result
  const { product, isActive, imageFileId, refuse } = read.posted
  const updated = updateProduct(db, known.id, product, { isActive, imageFileId })
  // Of the old and the new picture the one that is not shown goes.
  const unused = updated.ok ? imageFileId !== undefined && known.imageFileId : imageFileId
  if (unused) await removeFile(db, unused)
  if (!updated.ok) return refuse(toProductErrors(updated.reason)).result
  return redirect('/knowledge/products?note=saved')
}

export default function EditProduct() {
  const t = useT()
  const { product, mayWrite, mayBargain, currencies } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="product"
      title={mayWrite ? t('knowledge.productEdit') : product.name}
      action={`/knowledge/products/${product.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('knowledge.productDeleteTitle', { name: product.name }),
        lead: t('knowledge.productDeleteLead'),
      }}
    >
      <ProductFields product={product} currency={product.currency} currencies={currencies} />
      {mayWrite && <BargainingLine productId={product.id} mayBargain={mayBargain} />}
    </EditPage>
  )
}
