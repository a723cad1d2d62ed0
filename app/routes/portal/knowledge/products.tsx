import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listProducts } from '#app/domain/catalog/products.server.ts'
import { toKnowledgeFrame, toListOptions } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'
import { ProductTable } from '#app/ui/knowledge/product-table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const { items, nextCursor } = listProducts(db, toListOptions(args.request))
  return {
    title: pageTitle(args, 'knowledge.products'),
    frame: toKnowledgeFrame(db, member, args.request),
    rows: items.map(({ description: _, ...row }) => row),
    nextCursor,
  }
}

export default function Products() {
  const { frame, rows, nextCursor } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage kind="product" frame={frame} isEmpty={rows.length === 0} nextCursor={nextCursor}>
      <ProductTable rows={rows} />
    </KnowledgePage>
  )
}
