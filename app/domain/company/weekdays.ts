/**
 * Monday first, as the week is shown. In a file without rules: pages name the days and must not
 * bring the rules along.
 */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
