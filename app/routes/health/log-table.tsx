import { Link } from '@remix-run/react'
import { formatSecond } from '#app/i18n/format.ts'
import { logSurfaces, toLevel } from '#app/platform/logs/line.ts'
import type { LogLevel } from '#app/platform/logs/line.ts'
import type { LogRow } from '#app/platform/logs/search.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { useI18n, useT } from '#app/ui/i18n-provider.tsx'
import { FoldMark } from '#app/ui/fold-mark.tsx'
import { Table } from '#app/ui/table.tsx'

const tones: Record<LogLevel, Tone> = {
  ...{ debug: 'neutral', info: 'neutral', warn: 'warn', error: 'bad' },
}

/** Lines of the log, the newest first; what else was logged unfolds below each. */
export function LogTable({ rows, names }: { rows: LogRow[]; names: Record<string, string> }) {
  const t = useT()
  return (
    <Table
      caption={t('log.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { header: t('log.line'), cell: (row) => <Line row={row} /> },
        {
          header: t('log.level'),
          nowrap: true,
          cell: ({ level }) => (
            <Badge tone={tones[toLevel(level)]}>{t(`log.level_${toLevel(level)}`)}</Badge>
          ),
        },
        { header: t('log.surface'), nowrap: true, cell: (row) => <Surface name={row.surface} /> },
        {
          header: t('log.company'),
          cell: ({ tenantId }) =>
            tenantId === null ? (
              '–'
            ) : (
              <Link to={`/admin/log?company=${tenantId}`} className="hover:underline">
                {names[tenantId] ?? tenantId}
              </Link>
            ),
        },
        {
          header: t('log.request'),
          nowrap: true,
          cell: ({ requestId }) =>
            requestId === null ? (
              '–'
            ) : (
              <Link to={`/admin/log?q=${requestId}`} className="font-mono text-small underline">
                {requestId}
              </Link>
            ),
        },
        { header: t('log.time'), nowrap: true, cell: (row) => <Moment at={row.at} /> },
      ]}
    />
  )
}

/** To the second: lines of one minute are told apart. */
function Moment({ at }: { at: number }) {
  const settings = useI18n()
  return (
    <time dateTime={new Date(at).toISOString()} className="tabular-nums">
      {formatSecond(at, settings)}
    </time>
  )
}

function Surface({ name }: { name: string }) {
  const t = useT()
  const known = logSurfaces.find((surface) => surface === name)
  return known ? t(`log.surface_${known}`) : name
}

function Line({ row: { message, kind, code, details } }: { row: LogRow }) {
  const t = useT()
  const about = [kind, code].filter(Boolean).join(' · ')
  const head = (
    <span className="wrap-anywhere">
      {message}
      {about && <code className="ml-2 text-small font-normal text-faint">{about}</code>}
    </span>
  )
  if (details === null) return head
  return (
    <details className="group">
      <summary className="cursor-pointer list-none" title={t('log.unfold')}>
        <FoldMark /> {head}
      </summary>
      <pre className="mt-2 max-h-80 overflow-auto rounded-md bg-sunken p-3 text-small font-normal wrap-anywhere whitespace-pre-wrap">
        {toPretty(details)}
      </pre>
    </details>
  )
}

/** Long details were cut and are no JSON any more; they are shown as they are. */
function toPretty(details: string): string {
  try {
    return JSON.stringify(JSON.parse(details), null, 2).replaceAll('\\n', '\n')
  } catch {
    return details
  }
}
