import type { KeyApiUse } from '#app/platform/health/api-usage.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

/** What a company's keys asked the JSON API for in 30 days. */
export function CompanyApiUse({ keys }: { keys: KeyApiUse[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('health.apiTitle')} description={t('health.apiDays')} flush>
      {keys.length === 0 ? (
        <EmptyState compact title={t('health.apiNone')} />
      ) : (
        <Table
          caption={t('health.apiTitle')}
          rows={keys}
          rowKey={(key) => key.keyId}
          columns={[
            { header: t('health.key'), cell: (key) => key.keyName },
            {
              header: t('health.requests'),
              align: 'end',
              cell: (key) => format.number(key.requests),
            },
            {
              header: t('health.refused'),
              align: 'end',
              cell: (key) => format.number(key.refused),
            },
            { header: t('health.failed'), align: 'end', cell: (key) => format.number(key.errors) },
            { header: t('health.last'), nowrap: true, cell: (key) => <Time at={key.lastAt} /> },
          ]}
        />
      )}
    </Card>
  )
}
