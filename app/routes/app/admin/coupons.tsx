import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TicketPercent } from 'lucide-react'
import { listCoupons } from '#app/platform/billing/coupons.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { CouponTable } from '#app/routes/admin/coupon-table.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'

const SEARCH_MAX = 40
const notes = { made: 'extras.couponMade', ended: 'extras.couponEndedNote' } as const

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Coupons, the newest first. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const search = (query.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  const note = query.get('note') ?? ''
  return {
    title: pageTitle(args, 'extras.coupons'),
    ...{ rows: listCoupons(platform, search), search },
    mayChange: platformCan(user.role, 'plans.write'),
    note: Object.hasOwn(notes, note) ? notes[note as keyof typeof notes] : undefined,
  }
}

export default function Coupons() {
  const { rows, search, mayChange, note } = useLoaderData<typeof loader>()
  const t = useT()
  const make = mayChange && (
    <LinkButton to="/admin/coupons/new" variant="primary">
      {t('extras.couponNew')}
    </LinkButton>
  )
  const isEmpty = rows.length === 0
  return (
    <Page width="wide">
      <PageHeader
        title={t('extras.coupons')}
        description={t('extras.couponsLead')}
        back={{ to: '/admin/plans', label: t('admin.plans') }}
        actions={make}
      />
      {note && (
        <div role="status">
          <Notice tone="good">{t(note)}</Notice>
        </div>
      )}
      {(!isEmpty || search) && (
        <SearchField label={t('extras.couponSearch')} defaultValue={search} />
      )}
      <Card flush>
        {isEmpty ? (
          <EmptyState
            compact
            icon={<TicketPercent aria-hidden />}
            title={t(search ? 'extras.couponsNotFound' : 'extras.couponsNone')}
          >
            {!search && t('extras.couponsNoneLead')}
          </EmptyState>
        ) : (
          <CouponTable rows={rows} mayChange={mayChange} />
        )}
      </Card>
    </Page>
  )
}
