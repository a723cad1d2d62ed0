import type { ModelFigures, VendorFigures } from '#app/platform/health/read.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useKnownText, useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { useDuration } from './duration.ts'

const MICROS = 1_000_000

/** Calls to vendors in the range, and how they were answered. */
export function VendorTable({ rows }: { rows: VendorFigures[] }) {
  const t = useT()
  const format = useFormat()
  const knownText = useKnownText()
  const duration = useDuration()
  return (
    <Card title={t('health.vendors')} description={t('health.vendorsLead')} flush>
      {rows.length === 0 ? (
        <EmptyState compact title={t('health.vendorsNone')} />
      ) : (
        <Table
          caption={t('health.vendors')}
          rows={rows}
          rowKey={(row) => row.vendor}
          columns={[
            {
              header: t('health.vendor'),
              cell: (row) => knownText(`health.vendor_${row.vendor}`, row.vendor),
            },
            { header: t('health.calls'), align: 'end', cell: (row) => format.number(row.calls) },
            {
              header: t('health.refused'),
              align: 'end',
              cell: (row) => format.number(row.refused),
            },
            { header: t('health.failed'), align: 'end', cell: (row) => format.number(row.failed) },
            { header: t('health.average'), align: 'end', cell: (row) => duration(row.averageMs) },
          ]}
        />
      )}
    </Card>
  )
}

/** What the assistant's models were asked, and what that cost. */
export function ModelTable({ rows }: { rows: ModelFigures[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <div id="models">
      <Card title={t('health.models')} description={t('health.modelsLead')} flush>
        {rows.length === 0 ? (
          <EmptyState compact title={t('health.modelsNone')} />
        ) : (
          <Table
            caption={t('health.models')}
            rows={rows}
            rowKey={(row) => row.model}
            columns={[
              { header: t('health.model'), cell: (row) => row.model },
              { header: t('health.calls'), align: 'end', cell: (row) => format.number(row.calls) },
              {
                header: t('health.failed'),
                align: 'end',
                cell: (row) => format.number(row.failed),
              },
              {
                header: t('health.tokens'),
                align: 'end',
                cell: (row) => format.number(row.inputTokens + row.outputTokens),
              },
              {
                header: t('health.cost'),
                align: 'end',
                cell: (row) => format.money(Math.round((row.costMicros / MICROS) * 100), 'USD'),
              },
            ]}
          />
        )}
      </Card>
    </div>
  )
}
