import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDocuments } from '#app/domain/knowledge/documents.server.ts'
import { toKnowledgeFrame, toListOptions } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { DocumentTable } from '#app/ui/knowledge/document-table.tsx'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const { items, nextCursor } = listDocuments(db, toListOptions(args.request))
  const title = pageTitle(args, 'knowledge.documents')
  return { title, frame: toKnowledgeFrame(db, member, args.request), rows: items, nextCursor }
}

export default function Documents() {
  const { frame, rows, nextCursor } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage
      kind="document"
      frame={frame}
      isEmpty={rows.length === 0}
      nextCursor={nextCursor}
    >
      <DocumentTable rows={rows} />
    </KnowledgePage>
  )
}
