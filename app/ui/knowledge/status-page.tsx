import { Form } from '@remix-run/react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Time } from '../time.tsx'
import { Conflicts, Coverage, Gaps, Stale } from './status-parts.tsx'
import type { ConflictRow, CoverageRow, GapRow, StaleRow } from './status-parts.tsx'
import { useReading } from './use-reading.ts'

type View = {
  report: { finishedAt: number | null; coverage: CoverageRow[]; conflicts: ConflictRow[] }
  stale: StaleRow[]
  gaps: (GapRow & { conversationId: number })[]
  tried: GapRow[]
  isAsked: boolean
  mayWrite: boolean
}

/** What the company's knowledge lacks: unanswered, contradictory, out of date. */
export function StatusPage({ view }: { view: View }) {
  const t = useT()
  useReading(false)
  const { report, stale, gaps, tried, isAsked, mayWrite } = view
  return (
    <Page width="wide">
      <PageHeader
        title={t('knowing.title')}
        description={t('knowing.lead')}
        back={{ to: '/knowledge', label: t('knowledge.title') }}
        actions={
          mayWrite && (
            <Form method="post" action="/knowledge/status">
              <Button type="submit">{t('knowing.look')}</Button>
            </Form>
          )
        }
      />
      {isAsked && (
        <div role="status">
          <Notice tone="info">{t('knowing.asked')}</Notice>
        </div>
      )}
      <p className="text-soft">
        {report.finishedAt ? (
          <>
            {t('knowing.looked')} <Time at={report.finishedAt} />
          </>
        ) : (
          t('knowing.never')
        )}
      </p>
      <Coverage rows={report.coverage} mayWrite={mayWrite} />
      <Conflicts rows={report.conflicts} mayWrite={mayWrite} />
      <Gaps gaps={gaps} tried={tried} mayWrite={mayWrite} />
      <Stale rows={stale} />
    </Page>
  )
}
