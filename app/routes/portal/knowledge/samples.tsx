import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSamples } from '#app/domain/training/samples.server.ts'
import { readTurns } from '#app/domain/training/turns.ts'
import { toKnowledgeFrame, toListOptions } from '#app/routes/knowledge-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SampleTable } from '#app/ui/knowledge/sample-parts.tsx'
import { KnowledgePage } from '#app/ui/knowledge/knowledge-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const { items, nextCursor } = listSamples(db, toListOptions(args.request))
  const title = pageTitle(args, 'training.samples')
  const frame = toKnowledgeFrame(db, member, args.request)
  const rows = items.map(({ turnsJson, ...row }) => ({
    ...row,
    turns: readTurns(turnsJson).length,
  }))
  return { title, frame, rows, nextCursor }
}

export default function Samples() {
  const { frame, rows, nextCursor } = useLoaderData<typeof loader>()
  return (
    <KnowledgePage kind="sample" frame={frame} isEmpty={rows.length === 0} nextCursor={nextCursor}>
      <SampleTable rows={rows} />
    </KnowledgePage>
  )
}
