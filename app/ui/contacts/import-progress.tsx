import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { LinkButton, buttonClass } from '../button.tsx'
import { Card } from '../card.tsx'
import { useErrorText, useFormat, useT } from '../i18n-provider.tsx'
import { useLiveNews } from '../inbox/live.tsx'
import { Notice } from '../notice.tsx'
import { Progress } from '../progress.tsx'
import type { ImportState } from './import-runs.tsx'

/** Looks again even when no news comes: a line may be down. */
const LOOK_EVERY_MS = 2_000

type Run = {
  id: number
  state: ImportState
  rowsTotal: number
  rowsDone: number
  rowsCreated: number
  rowsUpdated: number
  rowsSkipped: number
  rowsRejected: number
  failureReason: string | null
}

/** How far an import is, live, and what became of the rows. */
export function ImportProgress({ run }: { run: Run }) {
  const t = useT()
  const errorText = useErrorText()
  const isBusy = run.state === 'queued' || run.state === 'running'
  useLookingAgain(isBusy)
  return (
    <>
      {run.state === 'done' && (
        <div role="status">
          <Notice tone="good">{t('imports.done')}</Notice>
        </div>
      )}
      {run.failureReason && <Notice tone="bad">{errorText(run.failureReason)}</Notice>}
      <Card>
        <div className="flex flex-col gap-5">
          {isBusy && (
            <Progress label={t('imports.running')} done={run.rowsDone} total={run.rowsTotal} />
          )}
          <Counts run={run} />
          <div className="flex flex-wrap gap-2">
            {run.rowsRejected > 0 && (
              <a
                href={`/contacts/import/${run.id}/rejections`}
                download
                className={buttonClass({ variant: 'secondary' })}
              >
                {t('imports.download')}
              </a>
            )}
            {isBusy ? (
              <LinkButton to={`/contacts/import/${run.id}`} variant="quiet">
                {t('imports.refresh')}
              </LinkButton>
            ) : (
              <LinkButton to="/contacts" variant="primary">
                {t('imports.toContacts')}
              </LinkButton>
            )}
          </div>
        </div>
      </Card>
    </>
  )
}

function Counts({ run }: { run: Run }) {
  const t = useT()
  const { number } = useFormat()
  const counts = [
    [t('imports.created'), run.rowsCreated],
    [t('imports.updated'), run.rowsUpdated],
    [t('imports.skipped'), run.rowsSkipped],
    [t('imports.rejected'), run.rowsRejected],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {counts.map(([label, count]) => (
        <div key={label}>
          <dt className="text-small text-faint">{label}</dt>
          <dd className="text-title font-semibold tabular-nums">{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

function useLookingAgain(isBusy: boolean) {
  const { revalidate, state } = useRevalidator()
  const look = () => {
    if (isBusy && state === 'idle') revalidate()
  }
  useLiveNews(look)
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(revalidate, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isBusy, revalidate])
}
