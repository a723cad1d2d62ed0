import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CircleCheck } from 'lucide-react'
import { alertKinds, isAlertKind } from '#app/platform/alerts/kinds.ts'
import { listAlerts } from '#app/platform/alerts/list.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { AlertTable } from '#app/routes/alerts/alert-table.tsx'
import { AlertsPage, toAlertNote } from '#app/routes/alerts/alerts-frame.tsx'
import { toId } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ChoiceFilter, FilterBar } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const asked = query.get('kind') ?? ''
  const kind = isAlertKind(asked) ? asked : undefined
  const isResolved = query.get('state') === 'resolved'
  const before = toId(query.get('before'))
  return {
    ...{ title: pageTitle(args, 'alerts.title'), kind, isResolved },
    ...{ isFirst: before === undefined, note: toAlertNote(query.get('note')) },
    ...listAlerts(platform, { isResolved, kind, before }),
    mayChange: platformCan(user.role, 'health.write'),
  }
}

export default function Alerts() {
  const { rows, hasNext, isFirst, isResolved, kind, note, mayChange } =
    useLoaderData<typeof loader>()
  const t = useT()
  const last = rows.at(-1)
  const address = (before?: number) => {
    const query = new URLSearchParams({
      ...(isResolved && { state: 'resolved' }),
      ...(kind && { kind }),
      ...(before !== undefined && { before: String(before) }),
    })
    return query.size > 0 ? `/admin/alerts?${query.toString()}` : '/admin/alerts'
  }
  return (
    <AlertsPage at={isResolved ? 'resolved' : 'open'} description={t('alerts.lead')} note={note}>
      <FilterBar search={isResolved && <input type="hidden" name="state" value="resolved" />}>
        <ChoiceFilter
          {...{ name: 'kind', label: t('alerts.kind'), all: t('alerts.anyKind'), value: kind }}
          options={alertKinds.map((value) => ({ value, label: t(`alerts.kind_${value}`) }))}
        />
      </FilterBar>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<CircleCheck aria-hidden />}
            title={t(isResolved ? 'alerts.noneResolved' : 'alerts.none')}
          >
            {t('alerts.noneLead')}
          </EmptyState>
        ) : (
          <AlertTable rows={rows} mayChange={mayChange} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address()}
          nextTo={hasNext && last ? address(last.id) : undefined}
        />
      </Card>
    </AlertsPage>
  )
}
