import type { TemplateState } from '#app/domain/templates/state.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import type { Tone } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'

const tones: Record<TemplateState, Tone> = {
  ...{ submitting: 'accent', pending: 'accent', in_appeal: 'accent', approved: 'good' },
  ...{ failed: 'bad', rejected: 'bad', disabled: 'bad', paused: 'warn' },
  ...{ deleting: 'neutral', other: 'neutral' },
}

/** Where a template stands, in a word. */
export function TemplateStateBadge({ state }: { state: TemplateState }) {
  const t = useT()
  return <Badge tone={tones[state]}>{t(`templates.state.${state}`)}</Badge>
}

/** Why the vendor's review says no; what it puts in its own words is shown as it is. */
const reasons: Record<string, MessageKey> = {
  ABUSIVE_CONTENT: 'templates.reason.abusive',
  INCORRECT_CATEGORY: 'templates.reason.category',
  TAG_CONTENT_MISMATCH: 'templates.reason.category',
  INVALID_FORMAT: 'templates.reason.format',
  SCAM: 'templates.reason.scam',
  PROMOTIONAL: 'templates.reason.promotional',
  endpoint_removed: 'templates.reason.endpoint_removed',
}

export function useTemplateReason() {
  const t = useT()
  return (reason: string): string => {
    const key = reasons[reason]
    return key ? t(key) : reason
  }
}
