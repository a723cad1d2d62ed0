import { Badge } from '../badge.tsx'
import type { Tone } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import { Time } from '../time.tsx'

export type ImportState = 'mapping' | 'queued' | 'running' | 'done' | 'failed'

type Run = {
  id: number
  fileName: string
  state: ImportState
  rowsTotal: number
  rowsCreated: number
  rowsUpdated: number
  rowsRejected: number
  createdAt: number
}

const tones: Record<ImportState, Tone> = {
  ...{ mapping: 'warn', queued: 'neutral', running: 'accent', done: 'good', failed: 'bad' },
}

/** Earlier imports, newest first. */
export function ImportRuns({ runs }: { runs: Run[] }) {
  const t = useT()
  return (
    <Card title={t('imports.earlier')} flush>
      <Table
        caption={t('imports.earlier')}
        rows={runs}
        rowKey={(run) => run.id}
        href={(run) => `/contacts/import/${run.id}`}
        columns={[
          { header: t('imports.file'), cell: (run) => run.fileName },
          {
            header: t('imports.state'),
            cell: (run) => <Badge tone={tones[run.state]}>{t(`imports.state.${run.state}`)}</Badge>,
          },
          { header: t('imports.created'), align: 'end', cell: (run) => run.rowsCreated },
          { header: t('imports.updated'), align: 'end', cell: (run) => run.rowsUpdated },
          { header: t('imports.rejected'), align: 'end', cell: (run) => run.rowsRejected },
          { header: t('imports.at'), nowrap: true, cell: (run) => <Time at={run.createdAt} /> },
        ]}
      />
    </Card>
  )
}
