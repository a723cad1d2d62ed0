import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PackagePlus } from 'lucide-react'
import { measures } from '#app/domain/usage/measures.ts'
import { listAddOnRows } from '#app/platform/billing/add-on-edit.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What companies can take beside their plan, those on offer first. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const rows = listAddOnRows(platform)
  return {
    ...{ title: pageTitle(args, 'extras.offers'), rows },
    mayChange: platformCan(user.role, 'plans.write'),
    isSaved: new URL(args.request.url).searchParams.get('note') === 'saved',
  }
}

export default function AddOns() {
  const { rows, mayChange, isSaved } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader
        title={t('extras.offers')}
        description={t('extras.offersLead')}
        back={{ to: '/admin/plans', label: t('admin.plans') }}
        actions={
          mayChange && (
            <LinkButton to="/admin/add-ons/new" variant="primary">
              {t('extras.offerNew')}
            </LinkButton>
          )
        }
      />
      {isSaved && (
        <div role="status">
          <Notice tone="good">{t('extras.offerSaved')}</Notice>
        </div>
      )}
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState compact icon={<PackagePlus aria-hidden />} title={t('extras.offersNone')} />
        ) : (
          <Offers rows={rows} mayChange={mayChange} />
        )}
      </Card>
    </Page>
  )
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>['rows']

function Offers({ rows, mayChange }: { rows: Rows; mayChange: boolean }) {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={t('extras.offers')}
      rows={rows}
      rowKey={(row) => row.id}
      href={mayChange ? (row) => `/admin/add-ons/${row.id}` : undefined}
      columns={[
        { header: t('extras.offerName'), cell: (row) => row.name },
        {
          header: t('extras.offerState'),
          cell: (row) => (
            <Badge tone={row.isOffered ? 'good' : 'neutral'}>
              {t(row.isOffered ? 'extras.offerOn' : 'extras.offerOff')}
            </Badge>
          ),
        },
        {
          header: t('extras.offerAdds'),
          cell: ({ limits }) =>
            measures
              .flatMap((name) => {
                const more = limits[name]
                return more ? [`${t(`admin.measure_${name}`)}: ${format.number(more)}`] : []
              })
              .join(' · ') || '–',
        },
        {
          header: t('extras.offerTaken'),
          align: 'end',
          cell: (row) => format.number(row.taken),
        },
        {
          header: t('extras.offerMonthly'),
          align: 'end',
          cell: (row) => format.money(row.monthly, row.currency),
        },
      ]}
    />
  )
}
