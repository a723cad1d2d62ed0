/** How far back a list looks; the address keeps it as `days`. */
export const periods = ['30', '90', '365', ''] as const
