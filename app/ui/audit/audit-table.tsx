import { useI18n, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { actionWords, fieldWords, subjectWords, valueWords } from './audit-words.ts'

export type AuditRow = {
  id: number
  at: number
  actorKind: 'member' | 'platform' | 'api' | 'system'
  actorName: string
  action: string
  subjectKind: string | null
  subjectId: string | null
  details: Record<string, unknown>
  hash: string | null
}

/** Entries of the audit log in words. */
export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const t = useT()
  const columns: Column<AuditRow>[] = [
    { header: t('audit.action'), cell: (row) => <What row={row} /> },
    { header: t('audit.actor'), cell: (row) => <Who row={row} /> },
    { header: t('audit.when'), nowrap: true, cell: (row) => <Time at={row.at} as="exact" /> },
    { header: t('audit.details'), cell: (row) => <Details row={row} /> },
  ]
  return <Table caption={t('audit.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

function What({ row: { action, subjectKind, subjectId } }: { row: AuditRow }) {
  const { messages } = useI18n()
  return (
    <span>
      {actionWords(messages, action)}
      {subjectKind && subjectId && (
        <span className="block text-small font-normal text-faint">
          {subjectWords(messages, subjectKind, subjectId)}
        </span>
      )}
    </span>
  )
}

function Who({ row: { actorKind, actorName } }: { row: AuditRow }) {
  const t = useT()
  if (actorKind === 'member') return <>{actorName || '–'}</>
  return (
    <span>
      {t(`audit.actor_${actorKind}`)}
      {actorName && <span className="block text-small text-faint">{actorName}</span>}
    </span>
  )
}

/** Folded: most entries say everything in their first column. */
function Details({ row }: { row: AuditRow }) {
  const { messages, t } = useI18n()
  const facts = Object.entries(row.details)
  return (
    <details className="max-w-80 text-left">
      <summary className="cursor-pointer rounded-sm text-soft underline decoration-dotted underline-offset-4 hover:text-ink">
        {t('audit.entry', { id: String(row.id) })}
      </summary>
      <dl className="mt-2 flex flex-col gap-1.5 text-small">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-faint">{fieldWords(name)}</dt>
            <dd className="break-words text-ink">{valueWords(messages, value)}</dd>
          </div>
        ))}
        <div>
          <dt className="text-faint">{t('audit.seal')}</dt>
          <dd className="font-mono break-all text-soft">{row.hash ?? t('audit.unsealed')}</dd>
        </div>
      </dl>
    </details>
  )
}
