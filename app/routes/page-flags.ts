import type { FlagName } from '#app/platform/flags/registry.ts'

/** Addresses on a company's host that are there only while the company has a flag. */
export const pageFlags: Partial<Record<string, FlagName>> = {
  '/simulator': 'simulator',
  '/simulator/messages': 'simulator',
  '/conversations/:id/translations': 'translation',
  '/conversations/:id/draft-translation': 'translation',
}
