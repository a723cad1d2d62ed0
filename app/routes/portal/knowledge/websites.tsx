import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listWebsites } from '#app/domain/websites/websites.server.ts'
import { toKnowledgeFrame } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'
import { WebsiteTable } from '#app/ui/knowledge/website-table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const frame = toKnowledgeFrame(db, member, args.request)
  return { title: pageTitle(args, 'websites.title'), frame, rows: listWebsites(db, frame.search) }
}

export default function Websites() {
  const { frame, rows } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage kind="website" frame={frame} isEmpty={rows.length === 0} nextCursor={null}>
      <WebsiteTable rows={rows} />
    </KnowledgePage>
  )
}
