import { Link } from '@remix-run/react'
import { CalendarClock, Plus } from 'lucide-react'
import type { ContactLead } from '#app/domain/leads/shown.ts'
import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { KnownFields } from './known-fields.tsx'

const tones = { open: 'neutral', won: 'good', lost: 'bad' } as const

/** A contact's leads where one works with the contact: where they stand and what is known. */
export function ContactLeads(props: { leads: ContactLead[]; mayWrite: boolean }) {
  const { leads, mayWrite } = props
  const t = useT()
  if (leads.length === 0) return <p className="text-faint">{t('leads.noneOfContact')}</p>
  return (
    <ul className="flex flex-col gap-4">
      {leads.map((lead) => (
        <li key={lead.id} className="flex flex-col gap-2">
          <LeadHead lead={lead} />
          {lead.stageKind === 'open' && lead.fields.length > 0 && (
            <KnownFields leadId={lead.id} fields={lead.fields} mayWrite={mayWrite} isNarrow />
          )}
        </li>
      ))}
    </ul>
  )
}

function LeadHead({ lead }: { lead: ContactLead }) {
  const t = useT()
  const { money } = useFormat()
  return (
    <div className="flex flex-col gap-1">
      <p className="flex items-start justify-between gap-2">
        <Link
          to={`/leads/${lead.id}`}
          className="min-w-0 font-medium wrap-anywhere hover:underline"
        >
          {lead.title || t('leads.edit')}
        </Link>
        <Badge tone={tones[lead.stageKind]}>{lead.stageName}</Badge>
      </p>
      <p className="flex flex-wrap gap-x-2 text-small text-soft tabular-nums">
        {lead.valueMinor !== null && (
          <span className="font-medium text-ink">{money(lead.valueMinor, lead.currency)}</span>
        )}
        {lead.stageKind === 'open' && <span>{lead.probability} %</span>}
        {lead.ownerName && <span>{lead.ownerName}</span>}
      </p>
      {lead.stageKind === 'open' && lead.nextAction && (
        <p className="flex items-start gap-1.5 text-small text-soft">
          <CalendarClock className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          <span>
            {lead.nextAction}
            {lead.nextActionAt !== null && (
              <>
                {' · '}
                <Time at={lead.nextActionAt} />
              </>
            )}
          </span>
        </p>
      )}
      {lead.lostReason && <p className="text-small text-soft">{lead.lostReason}</p>}
    </div>
  )
}

/** Begins a lead with this contact, from this conversation where there is one. */
export function NewLeadLink(props: { contactId: number; conversationId?: number }) {
  const t = useT()
  const { contactId, conversationId } = props
  const from = conversationId === undefined ? '' : `&conversation=${conversationId}`
  return (
    <Link
      to={`/leads/new?contact=${contactId}${from}`}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm text-small font-medium text-accent hover:underline"
    >
      <Plus className="size-3.5" aria-hidden />
      {t('leads.new')}
    </Link>
  )
}
