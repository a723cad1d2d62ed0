import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listGuidelines } from '#app/domain/training/guidelines.server.ts'
import { toKnowledgeFrame, toListOptions } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { GuidelineTable } from '#app/ui/knowledge/guideline-parts.tsx'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const { items, nextCursor } = listGuidelines(db, toListOptions(args.request))
  const title = pageTitle(args, 'training.guidelines')
  const frame = toKnowledgeFrame(db, member, args.request)
  return { title, frame, rows: items, nextCursor }
}

export default function Guidelines() {
  const { frame, rows, nextCursor } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage
      kind="guideline"
      frame={frame}
      isEmpty={rows.length === 0}
      nextCursor={nextCursor}
    >
      <GuidelineTable rows={rows} />
    </KnowledgePage>
  )
}
