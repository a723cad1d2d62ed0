/** What a company goes through to be ready, in this order. */
export const setupSteps = [
  ...(['business', 'industry', 'hours', 'look', 'catalogue'] as const),
  ...(['assistant', 'channels', 'team', 'plan'] as const),
] as const

/** What a rep and the client settle before there is a company; the rest is the client's own. */
export const repSteps = [
  ...(['business', 'industry', 'address', 'hours', 'look', 'catalogue'] as const),
  ...(['assistant', 'team', 'plan'] as const),
] as const

export type SetupStep = (typeof setupSteps)[number]
export type RepStep = (typeof repSteps)[number]
export type OnboardingStep = SetupStep | RepStep

export function isSetupStep(value: string | undefined): value is SetupStep {
  return (setupSteps as readonly (string | undefined)[]).includes(value)
}

export function isRepStep(value: string | undefined): value is RepStep {
  return (repSteps as readonly (string | undefined)[]).includes(value)
}

/** The step after one; undefined after the last. */
export function stepAfter<S extends string>(steps: readonly S[], step: S): S | undefined {
  return steps[steps.indexOf(step) + 1]
}
