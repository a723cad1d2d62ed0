import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TrendingUp } from 'lucide-react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { getBoard } from '#app/domain/leads/board.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { LeadBoard } from '#app/ui/leads/board.tsx'
import { LeadsFrame } from '#app/ui/leads/leads-frame.tsx'
import { useContactNews } from '#app/ui/leads/use-contact-news.ts'
import { WhoseLeads } from '#app/ui/leads/whose-leads.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.read')
  const isMine = new URL(args.request.url).searchParams.get('owner') === 'me'
  return {
    title: pageTitle(args, 'leads.title'),
    columns: getBoard(db, member, isMine ? { ownerId: member.id } : {}),
    isMine,
    mayWrite: can(member, 'contacts.write'),
    today: toWallTime(Date.now(), getCompany(db).timeZone).slice(0, 10),
  }
}

export default function Board() {
  const t = useT()
  useContactNews()
  const { columns, isMine, mayWrite, today } = useLoaderData<typeof loader>()
  const isEmpty = columns.every((column) => column.count === 0)
  return (
    <LeadsFrame at="board" mayWrite={mayWrite}>
      <WhoseLeads path="/leads" isMine={isMine} />
      {isEmpty ? (
        <Card flush>
          <EmptyState icon={<TrendingUp aria-hidden />} title={t('leads.none')}>
            {t('leads.noneLead')}
          </EmptyState>
        </Card>
      ) : (
        <LeadBoard columns={columns} mayWrite={mayWrite} today={today} />
      )}
    </LeadsFrame>
  )
}
