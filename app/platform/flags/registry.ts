/** Whether every company has it that nothing else is said about. */
type Flag = { isOn: boolean }

/**
 * What can be turned on and off for companies. A name here is one that the product asks for; its
 * words are `control.flag_<name>` and `control.flag_<name>Help`.
 */
export const flags = {
  simulator: { isOn: true },
  translation: { isOn: true },
} as const satisfies Record<string, Flag>

export type FlagName = keyof typeof flags

export const flagNames = Object.keys(flags) as FlagName[]

/** Where an override holds, the closest first: the first that says something counts. */
export const flagScopes = ['company', 'plan', 'percentage', 'global'] as const
export type FlagScope = (typeof flagScopes)[number]

export function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flags, name)
}
