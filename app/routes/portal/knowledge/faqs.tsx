import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCategories, listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { toKnowledgeFrame, toListOptions } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { FaqFilters } from '#app/ui/knowledge/faq-filters.tsx'
import { FaqTable } from '#app/ui/knowledge/faq-table.tsx'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const CATEGORY_CHARACTERS_MAX = 60
/** The filter's word for questions without a category. */
const NONE = '-'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const kept = readKept(args.request)
  const { category, use } = kept
  const { items, nextCursor } = listFaqs(db, {
    ...toListOptions(args.request),
    ...(category && { category: category === NONE ? '' : category }),
    ...(use && { isActive: use === 'yes' }),
  })
  const title = pageTitle(args, 'knowledge.faqs')
  const frame = toKnowledgeFrame(db, member, args.request)
  return { title, frame, kept, rows: items, nextCursor, categories: listCategories(db) }
}

/** The filters of the address, without those that are not set. */
function readKept(request: Request): { category?: string; use?: 'yes' | 'no' } {
  const query = new URL(request.url).searchParams
  const category = query.get('category')?.trim().slice(0, CATEGORY_CHARACTERS_MAX)
  const use = (['yes', 'no'] as const).find((known) => known === query.get('use'))
  return { ...(category && { category }), ...(use && { use }) }
}

export default function Faqs() {
  const { frame, rows, nextCursor, kept, categories } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage
      kind="faq"
      frame={frame}
      isEmpty={rows.length === 0}
      nextCursor={nextCursor}
      kept={kept}
      filters={<FaqFilters kept={kept} search={frame.search} categories={categories} />}
    >
      <FaqTable rows={rows} categories={categories} mayWrite={frame.mayWrite} />
    </KnowledgePage>
  )
}
