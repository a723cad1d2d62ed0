import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { toKnowledgeFrame, toListOptions } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { FaqTable } from '#app/ui/knowledge/faq-table.tsx'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const ANSWER_SHOWN_CHARACTERS = 160

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const { items, nextCursor } = listFaqs(db, toListOptions(args.request))
  return {
    title: pageTitle(args, 'knowledge.faqs'),
    frame: toKnowledgeFrame(db, member, args.request),
    rows: items.map((row) => ({ ...row, answer: row.answer.slice(0, ANSWER_SHOWN_CHARACTERS) })),
    nextCursor,
  }
}

export default function Faqs() {
  const { frame, rows, nextCursor } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage kind="faq" frame={frame} isEmpty={rows.length === 0} nextCursor={nextCursor}>
      <FaqTable rows={rows} />
    </KnowledgePage>
  )
}
