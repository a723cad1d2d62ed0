import { Form, Link } from '@remix-run/react'
import type { Alert } from '#app/platform/alerts/list.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { useAlertSentence } from './use-sentence.ts'

const tones: Record<Alert['state'], Tone> = {
  ...{ open: 'bad', acknowledged: 'warn', resolved: 'good' },
}

/** Alerts, with what can be done about those that are open. */
export function AlertTable({ rows, mayChange }: { rows: Alert[]; mayChange: boolean }) {
  const t = useT()
  const sentence = useAlertSentence()
  return (
    <Table
      caption={t('alerts.title')}
      rows={rows}
      rowKey={(row) => row.id}
      actionsLabel={t('common.actions')}
      actions={
        mayChange && rows.some((row) => row.state !== 'resolved')
          ? (row) => <AlertActions alert={row} />
          : undefined
      }
      columns={[
        {
          header: t('alerts.what'),
          cell: (row) => (
            <span className="flex flex-col items-start gap-1">
              {row.tenantId ? (
                <Link to={`/admin/companies/${row.tenantId}`} className="hover:underline">
                  {sentence(row)}
                </Link>
              ) : (
                sentence(row)
              )}
              {row.undelivered > 0 && <Badge tone="warn">{t('alerts.undelivered')}</Badge>}
            </span>
          ),
        },
        {
          header: t('alerts.state'),
          nowrap: true,
          cell: (row) => <Badge tone={tones[row.state]}>{t(`alerts.state_${row.state}`)}</Badge>,
        },
        { header: t('alerts.opened'), nowrap: true, cell: (row) => <Time at={row.openedAt} /> },
        { header: t('alerts.seen'), nowrap: true, cell: (row) => <End alert={row} /> },
      ]}
    />
  )
}

function End({ alert }: { alert: Alert }) {
  const t = useT()
  const { state, seenAt, resolvedAt, resolvedBy, acknowledgedBy } = alert
  const by = state === 'resolved' ? (resolvedBy ?? '') : (acknowledgedBy ?? '')
  const words = by ? t('alerts.by', { name: by }) : state === 'resolved' && t('alerts.byItself')
  return (
    <span>
      <Time at={resolvedAt ?? seenAt} /> {words && <span className="text-faint">{words}</span>}
    </span>
  )
}

function AlertActions({ alert }: { alert: Alert }) {
  const t = useT()
  if (alert.state === 'resolved') return null
  const address = (verb: string) => `/admin/alerts/${alert.id}/${verb}`
  return (
    <span className="flex justify-end gap-2">
      {alert.state === 'open' && (
        <Form method="post" action={address('acknowledgement')}>
          <SubmitButton variant="secondary" size="small" action={address('acknowledgement')}>
            {t('alerts.acknowledge')}
          </SubmitButton>
        </Form>
      )}
      <Form method="post" action={address('resolution')}>
        <SubmitButton variant="secondary" size="small" action={address('resolution')}>
          {t('alerts.resolve')}
        </SubmitButton>
      </Form>
    </span>
  )
}
