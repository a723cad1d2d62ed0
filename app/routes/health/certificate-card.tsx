import { Form, Link } from '@remix-run/react'
import { ShieldQuestion } from 'lucide-react'
import type { ShownCertificate } from '#app/platform/certificates/list.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

const LOOK = '/admin/health/certificates'

export type CertificateFacts = {
  rows: ShownCertificate[]
  count: number
  /** a certificate with fewer days left is about to run out */
  endingDays: number
  /** where an installation without certificates of its own is reached; null: it has some */
  plainOrigin: string | null
  isLooking: boolean
  mayLook: boolean
}

/** What the hosts show to those who connect, what is wrong first. */
export function CertificateCard(facts: CertificateFacts) {
  const { rows, count, plainOrigin, isLooking, mayLook } = facts
  const t = useT()
  const isPlain = plainOrigin !== null
  return (
    <div id="certificates">
      <Card
        flush={!isPlain}
        title={t('certificates.title')}
        description={isPlain ? undefined : t('certificates.lead')}
        actions={
          mayLook &&
          !isPlain && (
            <Form method="post" action={LOOK}>
              <SubmitButton variant="secondary" size="small" action={LOOK}>
                {t('certificates.look')}
              </SubmitButton>
            </Form>
          )
        }
      >
        {isPlain && <p className="text-soft">{t('certificates.plain', { origin: plainOrigin })}</p>}
        {isLooking && !isPlain && (
          <p role="status" className="px-4 pb-3 text-soft">
            {t('certificates.looking')}
          </p>
        )}
        {!isPlain && <CertificateRows {...facts} />}
        {!isPlain && count > rows.length && (
          <p className="px-4 py-3 text-soft">
            {t('certificates.more', { shown: rows.length, count })}
          </p>
        )}
      </Card>
    </div>
  )
}

function CertificateRows({ rows, endingDays }: CertificateFacts) {
  const t = useT()
  if (rows.length === 0) {
    return (
      <EmptyState icon={<ShieldQuestion aria-hidden />} title={t('certificates.none')}>
        {t('certificates.noneLead')}
      </EmptyState>
    )
  }
  return (
    <Table
      caption={t('certificates.title')}
      rows={rows}
      rowKey={(row) => row.host}
      columns={[
        { header: t('certificates.host'), cell: (row) => <Host row={row} /> },
        {
          header: t('certificates.state'),
          nowrap: true,
          cell: (row) => <State {...{ row, endingDays }} />,
        },
        { header: t('certificates.issuer'), hideOnPhone: true, cell: (row) => row.issuer ?? '–' },
        {
          header: t('certificates.until'),
          nowrap: true,
          cell: (row) => (row.validUntil === null ? '–' : <Time at={row.validUntil} as="exact" />),
        },
        {
          header: t('certificates.forHost'),
          hideOnPhone: true,
          cell: (row) =>
            row.isForHost === null
              ? '–'
              : t(row.isForHost ? 'certificates.yes' : 'certificates.no'),
        },
        {
          header: t('certificates.looked'),
          nowrap: true,
          hideOnPhone: true,
          cell: (row) => <Time at={row.lookedAt} />,
        },
      ]}
    />
  )
}

function Host({ row }: { row: ShownCertificate }) {
  const t = useT()
  return (
    <span className="flex flex-col">
      <span className="break-all">{row.host}</span>
      <span className="text-small text-faint">
        {row.tenantId ? (
          <Link to={`/admin/companies/${row.tenantId}`} className="hover:underline">
            {row.company}
          </Link>
        ) : (
          t('certificates.platform')
        )}
      </span>
    </span>
  )
}

function State({ row, endingDays }: { row: ShownCertificate; endingDays: number }) {
  const t = useT()
  const { state, daysLeft } = row
  if (state === 'valid' && daysLeft !== null && daysLeft < endingDays)
    return <Badge tone="warn">{t('certificates.state_ending', { days: daysLeft })}</Badge>
  const tone: Tone = state === 'valid' ? 'good' : 'bad'
  return <Badge tone={tone}>{t(`certificates.state_${state}`)}</Badge>
}
