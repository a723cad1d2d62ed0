import type { OnboardingStep } from '#app/domain/onboarding/steps.ts'
import type { ShownStep } from './step-frame.tsx'

/** Steps in their order, with what was done of each. */
export function toShownSteps(
  steps: readonly OnboardingStep[],
  progress: { step: string; isSkipped: boolean }[],
): ShownStep[] {
  return steps.map((step) => {
    const own = progress.find((one) => one.step === step)
    return { step, isDone: own !== undefined && !own.isSkipped, isSkipped: own?.isSkipped ?? false }
  })
}
