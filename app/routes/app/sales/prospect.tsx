import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { findDemo } from '#app/platform/demos/demos.server.ts'
import { readProspectPage } from '#app/routes/prospect-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { UserContext } from '#app/routes/require.server.ts'
import { portalUrl } from '#app/server/find-company.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DuplicatesNotice } from '#app/ui/sales-portal/duplicates-notice.tsx'
import { GiveAway, LinkCompany, StageChoice } from '#app/ui/sales-portal/prospect-aside.tsx'
import { Meetings } from '#app/ui/sales-portal/meeting-parts.tsx'
import { ProspectDemo } from '#app/ui/sales-portal/prospect-demo.tsx'
import type { ShownDemo } from '#app/ui/sales-portal/prospect-demo.tsx'
import { ProspectFactsCard } from '#app/ui/sales-portal/prospect-facts.tsx'
import { ProspectOnboarding } from '#app/ui/sales-portal/prospect-onboarding.tsx'
import { Notes, StageHistory } from '#app/ui/sales-portal/prospect-story.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const said = {
  added: 'prospects.added',
  saved: 'prospects.saved',
  ended_won: 'prospects.ended_won',
  ended_lost: 'prospects.ended_lost',
  given: 'prospects.given',
  linked: 'prospects.linked',
  demo_made: 'demos.made',
  demo_extended: 'demos.extended',
  demo_ended: 'demos.ended',
  meeting_planned: 'demos.meetingPlanned',
  meeting_moved: 'demos.meetingMoved',
  meeting_cancelled: 'demos.meetingCancelled',
} as const
const notes = Object.keys(said) as (keyof typeof said)[]

/** One prospect. @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user, appOrigin, services } = requireUser(args.context, 'sales.read')
  const page = readProspectPage(platform, user, Number(args.params['id']))
  if (!page) throw new Response(null, { status: 404 })
  const query = new URL(args.request.url).searchParams
  return {
    title: pageTitle(args, 'prospects.one'),
    ...page,
    demo: page.demo && toShownDemo(page.demo, { services, appOrigin }),
    rootDomain: new URL(appOrigin).hostname.replace(/^app/, ''),
    note: notes.find((one) => one === query.get('note')),
    problem: query.get('problem')?.slice(0, 40),
  }
}

type Demo = NonNullable<ReturnType<typeof findDemo>>

/** The link signs in, so only whom the prospect is within reach of is told it. */
function toShownDemo(
  { tenantId, slug, state, done, total, expiresAt }: Demo,
  { services, appOrigin }: Pick<UserContext, 'services' | 'appOrigin'>,
): ShownDemo {
  const key = services.demos.keyOf(tenantId)
  const door = `${portalUrl(appOrigin, slug)}/demo?key=${key}`
  return { state, done, total, expiresAt, door }
}

export default function Prospect() {
  const t = useT()
  const errorText = useErrorText()
  const shown = useLoaderData<typeof loader>()
  const { prospect, isManager, note, problem } = shown
  const { id, stage, tenantId } = prospect
  const isEnded = stage === 'won' || stage === 'lost'
  return (
    <SalesFrame at="prospects" isManager={isManager}>
      <PageHeader
        title={prospect.name}
        back={{ to: '/sales/prospects', label: t('prospects.title') }}
      />
      {note && (
        <div role="status">
          <Notice tone="good">{t(said[note])}</Notice>
        </div>
      )}
      {problem && (
        <div role="alert">
          <Notice tone="bad">{errorText(problem)}</Notice>
        </div>
      )}
      <DuplicatesNotice duplicates={shown.duplicates} />
      {tenantId !== null && (
        <Notice
          tone="good"
          action={
            <LinkButton to={`/sales/clients/${tenantId}`} size="small">
              {t('prospects.openClient')}
            </LinkButton>
          }
        >
          {t('prospects.isClient')}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <ProspectFactsCard facts={prospect} />
          <Notes
            title={t('prospects.notes')}
            action={`/sales/prospects/${id}/notes`}
            notes={shown.notes}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <StageChoice id={id} stage={stage} reason={isEnded ? prospect.reason : ''} />
          {tenantId === null && stage !== 'lost' && (
            <ProspectDemo
              {...{ id, name: prospect.name, demo: shown.demo }}
              mayConvert={!shown.onboarding?.sessionId}
            />
          )}
          {(tenantId === null || shown.meetings.length > 0) && (
            <Meetings id={id} meetings={shown.meetings} />
          )}
          {shown.onboarding && (
            <ProspectOnboarding id={id} sessionId={shown.onboarding.sessionId} />
          )}
          {isManager && stage === 'won' && tenantId === null && (
            <LinkCompany id={id} rootDomain={shown.rootDomain} />
          )}
          {shown.otherReps.length > 0 && <GiveAway id={id} reps={shown.otherReps} />}
          <StageHistory history={shown.history} />
        </div>
      </div>
    </SalesFrame>
  )
}
