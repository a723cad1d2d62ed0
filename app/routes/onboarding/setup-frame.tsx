import type { ReactNode } from 'react'
import type { OnboardingStep } from '#app/domain/onboarding/steps.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { StepList } from './step-frame.tsx'
import type { ShownStep } from './step-frame.tsx'

/** The company's own way through the steps. */
export function SetupFrame(props: {
  at?: OnboardingStep
  steps: ShownStep[]
  children: ReactNode
}) {
  const { at, steps, children } = props
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader
        title={t('onboarding.title')}
        description={t('onboarding.lead')}
        back={{ to: '/setup', label: t('onboarding.overview') }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10">
        <StepList base="/setup" at={at} steps={steps} />
        <div className="flex min-w-0 flex-col gap-6">{children}</div>
      </div>
    </Page>
  )
}
