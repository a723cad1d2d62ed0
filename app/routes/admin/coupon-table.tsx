import type { Coupon } from '#app/platform/billing/coupons.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { useNow } from '#app/ui/time.tsx'

/** Coupons with what they are worth, for whom, and how often they were used. */
export function CouponTable({ rows, mayChange }: { rows: Coupon[]; mayChange: boolean }) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const isOver = ({ endedAt, validUntil, uses, usesMax }: Coupon) =>
    endedAt !== null ||
    (validUntil !== null && validUntil < now) ||
    (usesMax !== null && uses >= usesMax)
  return (
    <Table
      caption={t('extras.coupons')}
      rows={rows}
      rowKey={(row) => row.code}
      actionsLabel={t('common.actions')}
      actions={mayChange ? (row) => row.endedAt === null && <End code={row.code} /> : undefined}
      columns={[
        {
          header: t('extras.couponCode'),
          cell: (row) => (
            <span className="font-medium max-sm:inline-block max-sm:pb-3">{row.code}</span>
          ),
        },
        {
          header: t('extras.couponState'),
          cell: (row) => (
            <Badge tone={isOver(row) ? 'neutral' : 'good'}>
              {t(isOver(row) ? 'extras.couponEnded' : 'extras.couponOpen')}
            </Badge>
          ),
        },
        {
          header: t('extras.couponWorth'),
          cell: ({ percent, amount, currency }) =>
            percent === null
              ? format.money(amount ?? 0, currency ?? undefined)
              : t('extras.couponPercent', { percent }),
        },
        {
          header: t('extras.couponFor'),
          cell: ({ months }) =>
            months === null ? t('extras.couponAlways') : t('extras.couponMonths', { months }),
        },
        {
          header: t('extras.couponWho'),
          cell: ({ plans, isForNew }) =>
            [isForNew && t('extras.couponNewOnly'), plans?.join(', ')]
              .filter(Boolean)
              .join(' · ') || t('extras.couponEverybody'),
        },
        {
          header: t('extras.couponUntil'),
          nowrap: true,
          cell: ({ validUntil }) => (validUntil === null ? '–' : format.day(validUntil)),
        },
        {
          header: t('extras.couponUses'),
          align: 'end',
          cell: ({ uses, usesMax }) =>
            usesMax === null
              ? format.number(uses)
              : t('extras.couponUsesOf', { uses, max: usesMax }),
        },
      ]}
    />
  )
}

function End({ code }: { code: string }) {
  const t = useT()
  return (
    <ConfirmDialog
      id={`end-${code}`}
      trigger={t('extras.couponEnd')}
      triggerLook={{ size: 'small' }}
      title={t('extras.couponEndTitle', { code })}
      action={`/admin/coupons/${code}/end`}
      confirmLabel={t('extras.couponEnd')}
      isHarmless
    >
      {t('extras.couponEndLead')}
    </ConfirmDialog>
  )
}
