import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import type { OnboardingStep } from '#app/domain/onboarding/steps.ts'
import type { OnboardingState } from '#app/platform/onboarding/schema.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { useDuration } from '#app/ui/dashboard/duration.ts'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateBadge } from './session-table.tsx'
import type { ShownStep } from './step-frame.tsx'
import { TestLines } from './test-chat.tsx'

const LOOK_EVERY_MS = 1_500

type Session = {
  id: number
  name: string
  state: OnboardingState
  scheduledAt: number | null
  place: string
  tenantId: string | null
  prospectId: number | null
}

/** What is still to be settled, and the company as the last thing. */
export function SessionActions(props: {
  session: Session
  missing: OnboardingStep[]
  steps: ShownStep[]
}) {
  const { session, missing, steps } = props
  const t = useT()
  const { dateTime } = useFormat()
  const base = `/sales/onboarding/${session.id}`
  const next = steps.find(({ isDone, isSkipped }) => !isDone && !isSkipped)?.step
  return (
    <div className="flex flex-col gap-6">
      <Card title={t('onboarding.create')} description={t('onboarding.createLead')}>
        <div className="flex flex-col gap-4">
          {missing.length > 0 && (
            <p className="text-soft">
              {t('onboarding.missing', {
                steps: missing.map((step) => t(`onboarding.step_${step}`)).join(', '),
              })}
            </p>
          )}
          {next && (
            <LinkButton
              to={`${base}/${next}`}
              variant={missing.length > 0 ? 'primary' : 'secondary'}
              wide
            >
              {t('onboarding.goOn')}
            </LinkButton>
          )}
          {missing.length === 0 && (
            <Form method="post" action={`${base}/company`}>
              <SubmitButton action={`${base}/company`} wide>
                {t('onboarding.createNow')}
              </SubmitButton>
            </Form>
          )}
        </div>
      </Card>
      <Card title={t('onboarding.date')}>
        <p className="mb-4 text-soft wrap-anywhere">
          {session.scheduledAt === null
            ? t('onboarding.dateNone')
            : t('onboarding.scheduledFor', { at: dateTime(session.scheduledAt) })}
          {session.place !== '' && <span className="block">{session.place}</span>}
        </p>
        <LinkButton to={`${base}/date`} size="small">
          {t(session.scheduledAt === null ? 'onboarding.dateAgree' : 'onboarding.dateMove')}
        </LinkButton>
      </Card>
      <div className="self-start">
        <ConfirmDialog
          id="cancel"
          trigger={t('onboarding.cancel')}
          triggerLook={{ variant: 'quiet' }}
          title={t('onboarding.cancelTitle', { name: session.name })}
          action={`${base}/cancellation`}
          confirmLabel={t('onboarding.cancel')}
        >
          {t('onboarding.cancelLead')}
        </ConfirmDialog>
      </div>
    </div>
  )
}

/** The company that came of it, and what its assistant said first. */
export function SessionFacts(props: {
  session: Session
  url: string | undefined
  firstAnswer: { question: string; answer: string | null } | undefined
}) {
  const { session, url, firstAnswer } = props
  const t = useT()
  const { revalidate } = useRevalidator()
  const isWaiting = firstAnswer?.answer === null && session.state === 'in_progress'
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(revalidate, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isWaiting, revalidate])
  const lines = firstAnswer && [
    { id: 1, by: 'visitor' as const, text: firstAnswer.question },
    ...(firstAnswer.answer === null
      ? []
      : [{ id: 2, by: 'ai' as const, text: firstAnswer.answer }]),
  ]
  return (
    <>
      <Card
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t('onboarding.company')} <StateBadge state={session.state} />
          </span>
        }
      >
        {session.tenantId === null ? (
          <p className="text-soft">{t('onboarding.wasCancelled')}</p>
        ) : (
          <div className="flex flex-col gap-4">
            <Notice tone="good">{t('onboarding.created')}</Notice>
            {url && (
              <p className="wrap-anywhere">
                <a href={url} className="font-medium text-accent hover:underline">
                  {url}
                </a>
              </p>
            )}
            <p className="text-soft">{t('onboarding.ownerNext')}</p>
            <p>
              <LinkButton to={`/sales/clients/${session.tenantId}`}>
                {t('prospects.openClient')}
              </LinkButton>
            </p>
          </div>
        )}
      </Card>
      {lines && (
        <Card title={t('onboarding.testTitle')} description={t('onboarding.firstAnswerLead')}>
          <TestLines lines={lines} />
          {isWaiting && (
            <p role="status" className="mt-3 text-soft">
              {t('onboarding.testWaiting')}
            </p>
          )}
        </Card>
      )}
    </>
  )
}

/** How long each step took. */
export function StepTimes({
  times,
}: {
  times: { step: OnboardingStep; ms: number; isSkipped: boolean }[]
}) {
  const t = useT()
  const duration = useDuration()
  return (
    <Card title={t('onboarding.times')}>
      <dl className="flex flex-col divide-y">
        {times.map(({ step, ms, isSkipped }) => (
          <div key={step} className="flex justify-between gap-4 py-1.5">
            <dt>{t(`onboarding.step_${step}`)}</dt>
            <dd className="text-soft tabular-nums">
              {isSkipped ? t('onboarding.later') : duration(ms)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
