import { Form, Link } from '@remix-run/react'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OnboardingStep } from '#app/domain/onboarding/steps.ts'
import { Button, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { classes } from '#app/ui/classes.ts'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Progress } from '#app/ui/progress.tsx'

export type ShownStep = { step: OnboardingStep; isDone: boolean; isSkipped: boolean }

/** The steps with what is done; on a phone only how far one is. */
export function StepList(props: { base: string; at?: OnboardingStep; steps: ShownStep[] }) {
  const { base, at, steps } = props
  const t = useT()
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <div className="flex flex-col gap-4">
      <Progress label={t('onboarding.progress')} done={done} total={steps.length} />
      <ol
        aria-label={t('onboarding.steps')}
        className={classes('flex flex-col gap-0.5', at && 'max-lg:hidden')}
      >
        {steps.map(({ step, isDone, isSkipped }, index) => (
          <li key={step}>
            <Link
              to={`${base}/${step}`}
              aria-current={step === at ? 'step' : undefined}
              className={classes(
                'flex items-center gap-2.5 rounded-md px-2.5 py-2',
                step === at
                  ? 'bg-accent-soft font-medium text-accent-ink'
                  : 'text-soft hover:bg-hover hover:text-ink',
              )}
            >
              <Mark number={index + 1} isDone={isDone} isSkipped={isSkipped} />
              <span className="min-w-0 flex-1">{t(`onboarding.step_${step}`)}</span>
              {isDone && <span className="sr-only">{t('onboarding.done')}</span>}
              {isSkipped && !isDone && (
                <span className="text-small text-faint">{t('onboarding.later')}</span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Mark({ number, isDone, isSkipped }: { number: number } & Omit<ShownStep, 'step'>) {
  const look = 'grid size-5 shrink-0 place-items-center rounded-full text-small tabular-nums'
  if (isDone)
    return (
      <span className={classes(look, 'bg-good-soft text-good')}>
        <Check className="size-3.5" aria-hidden />
      </span>
    )
  return (
    <span className={classes(look, 'border text-faint')} aria-hidden>
      {isSkipped ? <Minus className="size-3" aria-hidden /> : number}
    </span>
  )
}

/** One step as a form: back, for later, and on. What is typed is kept when it is refused. */
export function StepForm(props: {
  action: string
  step: OnboardingStep
  backTo?: string
  canSkip: boolean
  result: FormResult | undefined
  confirm?: string
  hasFile?: boolean
  children: ReactNode
}) {
  const { action, step, backTo, canSkip, result, confirm, hasFile, children } = props
  const t = useT()
  return (
    <FormState result={result}>
      <Form
        method="post"
        action={action}
        encType={hasFile ? 'multipart/form-data' : undefined}
        noValidate
      >
        <Card
          title={t(`onboarding.step_${step}`)}
          description={t(`onboarding.lead_${step}`)}
          footer={
            <>
              {backTo && (
                <span className="mr-auto">
                  <LinkButton to={backTo} variant="quiet">
                    {t('common.back')}
                  </LinkButton>
                </span>
              )}
              {canSkip && (
                <Button type="submit" variant="quiet" name="later" value="yes">
                  {t('onboarding.doLater')}
                </Button>
              )}
              <SubmitButton action={action}>{confirm ?? t('onboarding.next')}</SubmitButton>
            </>
          }
        >
          <div className="flex flex-col gap-6 [&>section:first-of-type]:border-t-0 [&>section:first-of-type]:pt-0">
            <FormErrorSummary />
            {children}
          </div>
        </Card>
      </Form>
    </FormState>
  )
}
