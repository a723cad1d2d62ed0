import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Cable, Plus } from 'lucide-react'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChannelTable } from '#app/ui/channels/channel-table.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'endpoints.read')
  return {
    title: pageTitle(args, 'channels.title'),
    rows: listEndpoints(db).map(({ config: _, key: __, ...row }) => row),
    mayWrite: can(member, 'endpoints.write'),
    wasRemoved: new URL(args.request.url).searchParams.get('note') === 'removed',
  }
}

export default function Channels() {
  const t = useT()
  const { rows, mayWrite, wasRemoved } = useLoaderData<typeof loader>()
  const add = mayWrite && (
    <LinkButton to="/channels/new" variant="primary" icon={<Plus className="size-4" aria-hidden />}>
      {t('channels.add')}
    </LinkButton>
  )
  return (
    <Page width="wide">
      <PageHeader
        title={t('channels.title')}
        description={t('channels.lead')}
        actions={rows.length > 0 && add}
      />
      {wasRemoved && (
        <div role="status">
          <Notice tone="good">{t('channels.noteRemoved')}</Notice>
        </div>
      )}
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={<Cable aria-hidden />} title={t('channels.empty')} action={add}>
            {t('channels.emptyLead')}
          </EmptyState>
        ) : (
          <ChannelTable rows={rows} />
        )}
      </Card>
    </Page>
  )
}
