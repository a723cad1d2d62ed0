import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listFacts } from '#app/domain/training/facts.server.ts'
import { toLastDay } from '#app/routes/fact-day.server.ts'
import { toKnowledgeFrame, toListOptions } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { FactTable } from '#app/ui/knowledge/fact-parts.tsx'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const { timeZone } = getCompany(db)
  const { items, nextCursor } = listFacts(db, toListOptions(args.request))
  const now = Date.now()
  const rows = items.map((fact) => ({
    ...fact,
    until: toLastDay(fact.expiresAt, timeZone),
    isExpired: fact.expiresAt !== null && fact.expiresAt <= now,
  }))
  const title = pageTitle(args, 'training.facts')
  return { title, frame: toKnowledgeFrame(db, member, args.request), rows, nextCursor }
}

export default function Facts() {
  const { frame, rows, nextCursor } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage kind="fact" frame={frame} isEmpty={rows.length === 0} nextCursor={nextCursor}>
      <FactTable rows={rows} />
    </KnowledgePage>
  )
}
