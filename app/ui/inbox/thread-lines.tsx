import type { ThreadEvent } from '#app/domain/conversations/shown.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useErrorText, useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { assignmentText } from '../assignment/event-text.ts'
import { careText } from '../closing/event-text.ts'
import { macroText } from '../macros/event-text.ts'
import { useReasonText } from './reason-text.ts'

/** What happened to the conversation, as one quiet line. */
export function EventLine({ event }: { event: ThreadEvent }) {
  const text = useEventText()(event)
  return (
    <li className="flex items-center justify-center gap-1.5 px-4 pt-3 text-center text-small text-faint">
      <span>
        {text} · <Time at={event.at} as="clock" />
        {event.comment && <span className="block text-soft">“{event.comment}”</span>}
      </span>
    </li>
  )
}

/** What the words of an event are made of. */
export type WordedEvent = Pick<
  ThreadEvent,
  'event' | 'data' | 'actorKind' | 'actorName' | 'subjectName'
>

/** An event's line in words. */
export function useEventText() {
  const t = useT()
  const settings = useI18n()
  const toReason = useReasonText()
  const errorText = useErrorText()
  const { money } = useFormat()
  return ({ event, data, actorKind, actorName, subjectName }: WordedEvent): string => {
    const name = actorName ?? t('inbox.someone')
    switch (event) {
      case 'opened':
        return actorKind === 'member'
          ? t('starting.event.opened', { name })
          : t('inbox.event.opened')
      case 'contact_number_changed':
        return t(`inbox.event.${event}`)
      case 'reopened':
        return actorKind === 'member'
          ? t('inbox.event.reopened', { name })
          : t('inbox.event.reopenedByContact')
      case 'assigned':
      case 'unassigned':
        return assignmentText(t, { event, data, name, actorName, subjectName })
      case 'taken_over':
        return actorKind === 'phone'
          ? t('inbox.event.taken_overPhone')
          : t('inbox.event.taken_over', { name })
      case 'given_back':
        return actorKind === 'system'
          ? t('inbox.event.given_backByRule')
          : t('inbox.event.given_back', { name })
      case 'snoozed':
        return typeof data['until'] === 'number'
          ? t('views.event.snoozed', { name, time: formatDateTime(data['until'], settings) })
          : t('views.event.snoozedReply', { name })
      case 'woken':
        if (actorKind === 'member') return t('views.event.wokenBy', { name })
        return t(actorKind === 'contact' ? 'views.event.wokenReply' : 'views.event.woken')
      case 'deleted':
      case 'restored':
        return t(`views.event.${event}`, { name })
      case 'closed':
      case 'csat_sent':
      case 'csat_answered':
      case 'sla_breached':
        return careText(t, { event, data, actorKind, name }, money)
      case 'scheduled_failed':
        return t('composer.event.scheduled_failed', { reason: errorText(String(data['reason'])) })
      case 'scheduled_cancelled':
        return t('composer.event.scheduled_cancelled')
      case 'message_removed':
        return t('thread.event.message_removed', { name })
      case 'score_turned_green':
        return t('ai.scoreTurnedGreen', { score: Number(data['score'] ?? 0) })
      case 'consent_withdrawn':
      case 'consent_granted':
        return t(`consent.event.${event}`)
      case 'macro_run':
        return macroText(t, { name, data })
      case 'merged':
        return t('duplicates.eventMerged', { name })
      case 'handed_over':
      case 'ai_stopped':
        return t(`inbox.event.${event}`, {
          reason: toReason(data['reason'], data['details']),
        })
      case 'transfer_requested':
      case 'transfer_refused':
      case 'transfer_withdrawn':
        return transferText(t, { event, data, name, subjectName })
      default:
        return t('inbox.event.other')
    }
  }
}

function transferText(
  t: ReturnType<typeof useT>,
  line: Pick<ThreadEvent, 'event' | 'data' | 'subjectName'> & { name: string },
): string {
  const { name } = line
  const reason = typeof line.data['reason'] === 'string' ? line.data['reason'] : ''
  if (line.event === 'transfer_withdrawn') return t('transfers.event_withdrawn', { name })
  if (line.event === 'transfer_refused') return t('transfers.event_refused', { name, reason })
  if (!line.subjectName) return t('transfers.event_requested', { name, reason })
  return t('transfers.event_requestedTo', { name, reason, to: line.subjectName })
}
