import { Link } from '@remix-run/react'
import {
  ArrowRightLeft,
  ChartLine,
  CircleDot,
  Coins,
  GitMerge,
  MessagesSquare,
  ShieldCheck,
  Star,
  StickyNote,
  Target,
  UserPlus,
} from 'lucide-react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { LinkButton } from '../button.tsx'
import { useChannelName } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { useEventText } from '../inbox/thread-lines.tsx'
import type { WordedEvent } from '../inbox/thread-lines.tsx'
import { EmptyState } from '../states.tsx'
import { Time } from '../time.tsx'

type Data = Record<string, unknown>

export type ShownTimelineItem = {
  at: number
  kind: keyof typeof icons
  ref: number
  conversationId: number | null
  channel: string | null
  actorName: string | null
  subjectName: string | null
  data: Data
}

const icons = {
  messages: MessagesSquare,
  event: CircleDot,
  sale: Coins,
  score: ChartLine,
  consent: ShieldCheck,
  merge: GitMerge,
  note: StickyNote,
  lead: Target,
  stage: ArrowRightLeft,
  csat: Star,
  created: UserPlus,
}

/** What happened with a person, newest first; what belongs to a conversation leads to it. */
export function Timeline(props: { items: ShownTimelineItem[]; earlierTo?: string }) {
  const t = useT()
  const toText = useItemText()
  const channelName = useChannelName()
  if (props.items.length === 0) return <EmptyState compact title={t('contacts.historyEmpty')} />
  return (
    <>
      <ol className="flex flex-col gap-4">
        {props.items.map((item) => {
          const Icon = icons[item.kind]
          return (
            <li key={`${item.kind}.${item.ref}`} className="flex items-start gap-3">
              <Icon className="mt-0.5 size-4 shrink-0 text-faint" aria-hidden />
              <span className="min-w-0 flex-1 wrap-anywhere">
                {toText(item)}
                {item.conversationId !== null && item.channel && (
                  <>
                    {' · '}
                    <Link
                      to={`/conversations/${item.conversationId}`}
                      className="text-accent-ink underline underline-offset-2"
                    >
                      {channelName(item.channel as ChannelName)}
                    </Link>
                  </>
                )}
              </span>
              <Time at={item.at} className="shrink-0 text-small text-faint" />
            </li>
          )
        })}
      </ol>
      {props.earlierTo && (
        <div className="mt-5">
          <LinkButton to={props.earlierTo}>{t('contacts.historyEarlier')}</LinkButton>
        </div>
      )}
    </>
  )
}

function useItemText() {
  const t = useT()
  const { money } = useFormat()
  const toEvent = useEventText()
  return (item: ShownTimelineItem): string => {
    const { data, actorName, subjectName } = item
    const name = actorName ?? t('inbox.someone')
    switch (item.kind) {
      case 'messages':
        return t('contacts.item.messages', counts(data))
      case 'event':
        return toEvent({
          ...{
            event: String(data['event']),
            actorKind: data['actorKind'] as WordedEvent['actorKind'],
          },
          ...{ actorName, subjectName, data: (data['data'] ?? {}) as Data },
        })
      case 'sale': {
        const amount = money(Number(data['amountMinor']), String(data['currency']))
        return t(data['isVoided'] ? 'contacts.item.saleVoided' : 'contacts.item.sale', { amount })
      }
      case 'score':
        return t('contacts.item.score', { score: String(data['score']) })
      case 'consent':
        return toConsent(t, data)
      case 'merge':
        return t(data['isUndone'] ? 'contacts.item.mergeUndone' : 'contacts.item.merge', {
          name: textOf(data, 'name') || t('contacts.unnamed'),
        })
      case 'note':
        return t('contacts.item.note', { name, text: String(data['text']) })
      case 'lead':
        return t('contacts.item.lead', { title: textOf(data, 'title') || '–' })
      case 'stage':
        return t('contacts.item.stage', {
          ...{ title: textOf(data, 'title') || '–', stage: String(data['stage']) },
        })
      case 'csat':
        return t('contacts.item.csat', { rating: String(data['rating']) })
      case 'created':
        return actorName ? t('contacts.item.createdBy', { name }) : t('contacts.item.created')
    }
  }
}

function textOf(data: Data, name: string): string {
  const value = data[name]
  return typeof value === 'string' ? value : ''
}

function counts(data: Data) {
  return { inbound: Number(data['inbound'] ?? 0), outbound: Number(data['outbound'] ?? 0) }
}

function toConsent(t: ReturnType<typeof useT>, data: Data): string {
  const category = data['category'] === '*' ? 'all' : String(data['category'])
  return t('contacts.item.consent', {
    category: t(`consent.category.${category}` as MessageKey),
    state: t(`consent.state.${String(data['state'])}` as MessageKey),
    source: t(`consent.source.${String(data['source'])}` as MessageKey),
  })
}
