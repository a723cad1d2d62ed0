import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseDemoParts } from '#app/platform/demos/demo-parts.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { readProgress, requireSession } from '#app/routes/onboarding/rep-page.server.ts'
import { SessionActions, SessionFacts, StepTimes } from '#app/routes/onboarding/session-parts.tsx'
import { StepList } from '#app/routes/onboarding/step-frame.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { portalUrl } from '#app/server/find-company.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const dateNotes = ['planned', 'moved'] as const

/** How far a company is, and what it lacks to be there. @throws Response 404 */
export async function loader(args: LoaderFunctionArgs) {
  const context = requireUser(args.context, 'sales.read')
  const session = requireSession(context, args.params['id'])
  const { id, name, state, scheduledAt, place, tenantId, prospectId } = session
  const { directory, services, appOrigin, user } = context
  const company = tenantId === null ? undefined : directory.findById(tenantId)
  const isOwn = session.repId !== null
  return {
    title: pageTitle(args, 'onboarding.sessions'),
    session: { id, name, state, scheduledAt, place, tenantId, prospectId },
    carries: session.demoId === null ? [] : parseDemoParts(session.demoKeeps),
    ...readProgress(context, session),
    url: company && portalUrl(appOrigin, company.slug),
    firstAnswer: tenantId && isOwn ? await services.companies.readFirstAnswer(tenantId) : undefined,
    isManager: isManager(user),
    note: dateNotes.find((one) => one === new URL(args.request.url).searchParams.get('note')),
    problem: new URL(args.request.url).searchParams.get('problem')?.slice(0, 40),
  }
}

export default function OnboardingSession() {
  const shown = useLoaderData<typeof loader>()
  const { session, steps, missing, times, isManager, url, firstAnswer, problem, carries, note } =
    shown
  const t = useT()
  const errorText = useErrorText()
  const base = `/sales/onboarding/${session.id}`
  const isOpen = session.tenantId === null && session.state !== 'cancelled'
  return (
    <SalesFrame at="onboarding" isManager={isManager}>
      <PageHeader
        title={session.name}
        back={{ to: '/sales/onboarding', label: t('onboarding.sessions') }}
      />
      {problem && (
        <div role="alert">
          <Notice tone="bad">{errorText(problem)}</Notice>
        </div>
      )}
      {note && (
        <div role="status">
          <Notice tone="good">{t(`onboarding.date_${note}`)}</Notice>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {isOpen && carries.length > 0 && (
            <Notice>
              {t('demos.carries', {
                parts: carries.map((part) => t(`demos.keep_${part}`)).join(', '),
              })}
            </Notice>
          )}
          {isOpen ? (
            <Card title={t('onboarding.together')} description={t('onboarding.togetherLead')}>
              <StepList base={base} steps={steps} />
            </Card>
          ) : (
            <SessionFacts session={session} url={url} firstAnswer={firstAnswer ?? undefined} />
          )}
          {times.length > 0 && <StepTimes times={times} />}
        </div>
        {isOpen && <SessionActions session={session} missing={missing} steps={steps} />}
      </div>
    </SalesFrame>
  )
}
