import type { MessageKey } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'

export type DocumentState = {
  status: 'processing' | 'processed' | 'failed'
  startedAt: number | null
  failureReason: string | null
}

const reasons: Record<string, MessageKey> = {
  encrypted: 'teaching.fail_encrypted',
  broken: 'teaching.fail_broken',
  scanned: 'teaching.fail_scanned',
  empty: 'teaching.fail_empty',
  unsupported: 'teaching.fail_unsupported',
  unsafe: 'teaching.fail_unsafe',
  too_long: 'teaching.fail_too_long',
  too_many_pages: 'teaching.fail_too_many_pages',
  unpacks_too_large: 'teaching.fail_unpacks_too_large',
  too_complex: 'teaching.fail_too_complex',
  timeout: 'teaching.fail_timeout',
  interrupted: 'teaching.fail_interrupted',
}

/** How far a source is: waiting, being read, ready, failed. */
export function StateBadge({ state }: { state: DocumentState }) {
  const t = useT()
  if (state.status === 'failed') return <Badge tone="bad">{t('teaching.state_failed')}</Badge>
  if (state.status === 'processed')
    return <Badge tone="good">{t('teaching.state_processed')}</Badge>
  return <Badge>{t(state.startedAt ? 'teaching.state_reading' : 'teaching.state_waiting')}</Badge>
}

/** Why it failed and what to do. */
export function FailureText({ reason }: { reason: string | null }) {
  const t = useT()
  return <>{t(reasons[reason ?? ''] ?? 'teaching.fail_broken')}</>
}
