import { Form, Link } from '@remix-run/react'
import type { PlanRow } from '#app/platform/companies/plan-edit.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'

/** Plans with price, and how many companies are on each. */
export function PlanTable({ rows, mayChange }: { rows: PlanRow[]; mayChange: boolean }) {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={t('admin.plans')}
      rows={rows}
      rowKey={(row) => row.id}
      href={mayChange ? (row) => `/admin/plans/${row.id}` : undefined}
      actionsLabel={t('common.actions')}
      actions={mayChange ? (row) => <Offer plan={row} /> : undefined}
      columns={[
        {
          header: t('platform.plan'),
          // On a phone the button stands beside it.
          cell: (row) => <span className="max-sm:inline-block max-sm:pb-3">{row.name}</span>,
        },
        {
          header: t('platform.status'),
          cell: (row) => (
            <Badge tone={row.archivedAt === null ? 'good' : 'neutral'}>
              {t(row.archivedAt === null ? 'admin.planOnOffer' : 'admin.planOff')}
            </Badge>
          ),
        },
        {
          header: t('admin.planTrialDays'),
          align: 'end',
          cell: (row) => format.number(row.trialDays),
        },
        {
          header: t('admin.planSetup'),
          align: 'end',
          hideOnPhone: true,
          cell: (row) => format.money(row.setupFee),
        },
        { header: t('admin.perMonth'), align: 'end', cell: (row) => format.money(row.monthly) },
        {
          header: t('platform.companies'),
          align: 'end',
          cell: (row) => (
            <Link
              to={`/admin/companies?plan=${row.id}`}
              className="relative z-10 rounded-sm px-1 hover:underline"
            >
              {format.number(row.companies)}
            </Link>
          ),
        },
      ]}
    />
  )
}

function Offer({ plan: { id, name, archivedAt } }: { plan: PlanRow }) {
  const t = useT()
  if (archivedAt !== null) {
    const action = `/admin/plans/${id}/offer`
    return (
      <Form method="post" action={action}>
        <SubmitButton variant="secondary" size="small" action={action}>
          {t('admin.planOffer')}
        </SubmitButton>
      </Form>
    )
  }
  return (
    <ConfirmDialog
      id={`archive-${id}`}
      trigger={t('admin.planArchive')}
      triggerLook={{ size: 'small' }}
      title={t('admin.planArchiveTitle', { name })}
      action={`/admin/plans/${id}/archival`}
      confirmLabel={t('admin.planArchive')}
      isHarmless
    >
      {t('admin.planArchiveLead')}
    </ConfirmDialog>
  )
}
