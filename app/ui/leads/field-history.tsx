import type { ShownField } from '#app/domain/lead-fields/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { useFieldText } from './field-text.ts'
import { SourceLink } from './known-fields.tsx'

type Change = {
  id: number
  action: 'read' | 'suggested' | 'confirmed' | 'corrected' | 'cleared' | 'dismissed'
  value: string
  messageId: number | null
  byName: string | null
  at: number
}

const sentences = {
  read: 'leads.field_read',
  suggested: 'leads.field_suggested',
  confirmed: 'leads.field_confirmed',
  corrected: 'leads.field_corrected',
  cleared: 'leads.field_cleared',
  dismissed: 'leads.field_dismissed',
} as const

/** Who read, confirmed, wrote or cleared a field, and when, newest first. */
export function FieldHistory({ field, changes }: { field: ShownField; changes: Change[] }) {
  const t = useT()
  const toText = useFieldText()
  if (changes.length === 0) return <p className="text-faint">{t('leads.fieldNoHistory')}</p>
  return (
    <ol className="flex flex-col gap-3">
      {changes.map((change) => (
        <li key={change.id}>
          <p className="wrap-anywhere">
            {t(sentences[change.action], {
              name: change.byName ?? t('leads.byAssistant'),
              value: toText(field, change.value),
            })}
          </p>
          <p className="flex flex-wrap items-center gap-x-2 text-small text-faint">
            <Time at={change.at} />
            {change.action !== 'cleared' && <SourceLink messageId={change.messageId} />}
          </p>
        </li>
      ))}
    </ol>
  )
}
