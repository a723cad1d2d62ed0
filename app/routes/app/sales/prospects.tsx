import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Handshake } from 'lucide-react'
import { getProspectBoard } from '#app/platform/sales/list.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readProspectFilter } from '#app/routes/prospect-filter.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { ProspectBoard } from '#app/ui/sales-portal/prospect-board.tsx'
import { ProspectsFrame } from '#app/ui/sales-portal/prospects-frame.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** The board. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const { filter } = readProspectFilter(new URL(args.request.url).searchParams)
  return {
    title: pageTitle(args, 'prospects.title'),
    columns: getProspectBoard(platform, user, { repId: filter.repId }),
    isManager: isManager(user),
  }
}

export default function Prospects() {
  const t = useT()
  const { columns, isManager } = useLoaderData<typeof loader>()
  return (
    <ProspectsFrame at="board" isManager={isManager}>
      {columns.every((column) => column.count === 0) ? (
        <Card flush>
          <EmptyState icon={<Handshake aria-hidden />} title={t('prospects.none')}>
            {t('prospects.noneLead')}
          </EmptyState>
        </Card>
      ) : (
        <ProspectBoard columns={columns} showsRep={isManager} />
      )}
    </ProspectsFrame>
  )
}
