/** How long a visit for support may last, in minutes. */
export const SUPPORT_MINUTES = [15, 30, 60] as const

export const SUPPORT_REASON_LENGTH_MAX = 300
