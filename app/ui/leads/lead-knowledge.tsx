import { MessagesSquare } from 'lucide-react'
import type { ShownField } from '#app/domain/lead-fields/shown.ts'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { KnownFields } from './known-fields.tsx'

/** Every field of the trade with what is known, and the way to have the conversation read. */
export function LeadKnowledge(props: {
  leadId: number
  fields: ShownField[]
  /** undefined where there is no conversation to read */
  reading: { isBeingRead: boolean } | undefined
  mayWrite: boolean
}) {
  const { leadId, fields, reading, mayWrite } = props
  const t = useT()
  return (
    <Card
      title={t('leads.known')}
      description={t('leads.knownLead')}
      actions={
        mayWrite &&
        reading &&
        !reading.isBeingRead && (
          <ActionForm action={`/leads/${leadId}/reading`}>
            <Button
              type="submit"
              size="small"
              icon={<MessagesSquare className="size-4" aria-hidden />}
            >
              {t('leads.readNow')}
            </Button>
          </ActionForm>
        )
      }
    >
      <p role="status" className={reading?.isBeingRead ? 'mb-3 text-small text-ai' : 'sr-only'}>
        {reading?.isBeingRead && t('leads.beingRead')}
      </p>
      <KnownFields leadId={leadId} fields={fields} mayWrite={mayWrite} />
    </Card>
  )
}
