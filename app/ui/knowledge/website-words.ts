import type { MessageKey } from '#app/i18n/translate.ts'

export type WebsiteState = 'reading' | 'read' | 'failed' | 'cancelled'

export const websiteStates = {
  reading: { label: 'websites.state_reading', tone: 'neutral' },
  read: { label: 'websites.state_read', tone: 'good' },
  failed: { label: 'websites.state_failed', tone: 'bad' },
  cancelled: { label: 'websites.state_cancelled', tone: 'neutral' },
} as const

const reasons: Record<string, MessageKey> = {
  robots: 'websites.why_robots',
  canonical: 'websites.why_canonical',
  redirect: 'websites.why_redirect',
  too_many_redirects: 'websites.why_redirect',
  elsewhere: 'websites.why_elsewhere',
  noindex: 'websites.why_noindex',
  empty: 'websites.why_empty',
  limit: 'websites.why_limit',
  cancelled: 'websites.why_cancelled',
  refused: 'websites.why_refused',
  unreachable: 'websites.why_unreachable',
  timeout: 'websites.why_timeout',
  too_large: 'websites.why_too_large',
  wrong_type: 'websites.why_wrong_type',
  private_address: 'websites.why_private',
  interrupted: 'websites.why_interrupted',
}

/** Why a page, or a whole website, was not read. */
export function toReason(reason: string | null): MessageKey {
  return reasons[reason ?? ''] ?? 'websites.why_other'
}
