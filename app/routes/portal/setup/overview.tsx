import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { setupSteps } from '#app/domain/onboarding/steps.ts'
import { StepList } from '#app/routes/onboarding/step-frame.tsx'
import { toShownSteps } from '#app/routes/onboarding/shown-steps.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** How far setting up is, and where it goes on. */
export function loader(args: LoaderFunctionArgs) {
  const { onboarding } = requireMember(args.context, 'settings.write')
  const { steps, isComplete } = onboarding.progress()
  const shown = toShownSteps(setupSteps, steps)
  const isTouched = (step: string) => steps.some((one) => one.step === step)
  return {
    title: pageTitle(args, 'onboarding.title'),
    steps: shown,
    isComplete,
    next: setupSteps.find((step) => !isTouched(step)) ?? 'test',
    hasBegun: steps.length > 0,
  }
}

export default function Setup() {
  const { steps, isComplete, next, hasBegun } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="medium">
      <PageHeader
        title={t('onboarding.title')}
        description={t('onboarding.lead')}
        actions={
          <LinkButton to={`/setup/${next}`} variant="primary">
            {t(hasBegun ? 'onboarding.goOn' : 'onboarding.begin')}
          </LinkButton>
        }
      />
      {isComplete && <Notice tone="good">{t('onboarding.isLive')}</Notice>}
      <Card>
        <StepList base="/setup" steps={steps} />
        <p className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t pt-4">
          <span className="text-soft">{t('onboarding.testLead')}</span>
          <LinkButton to="/setup/test">{t('onboarding.testTitle')}</LinkButton>
        </p>
      </Card>
    </Page>
  )
}
