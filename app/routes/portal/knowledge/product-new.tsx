import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addProduct } from '#app/domain/catalog/add-product.server.ts'
import { listCurrencies } from '#app/domain/company/currencies.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { removeFile } from '#app/domain/files/store.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readProductForm, toProductErrors } from '#app/routes/product-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { ProductFields } from '#app/ui/knowledge/product-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'knowledge.write')
  const { currency } = getCompany(db)
  const title = pageTitle(args, 'knowledge.productNew')
  return { title, currency, currencies: listCurrencies() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const read = await readProductForm(request, db, {
    ...{ memberId: member.id, fits: billing.fitsStorage(db) },
  })
  if (!read.ok) return read.result
  const { product, isActive, imageFileId, refuse } = read.posted
  const added = addProduct(db, product, { isActive, imageFileId })
  if (added.ok) return redirect('/knowledge/products?note=saved')
  if (imageFileId) await removeFile(db, imageFileId)
  return refuse(toProductErrors(added.reason)).result
}

export default function NewProduct() {
  const t = useT()
  const { currency, currencies } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="product"
      title={t('knowledge.productNew')}
      action="/knowledge/products/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <ProductFields currency={currency} currencies={currencies} />
    </EditPage>
  )
}
