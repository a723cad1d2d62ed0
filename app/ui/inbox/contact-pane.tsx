import { Link } from '@remix-run/react'
import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ContactPanel } from '#app/domain/conversations/shown.ts'
import { Avatar } from '../avatar.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { ScoreTrend } from '../contacts/score-trend.tsx'
import { useFormat, useKnownText, useT } from '../i18n-provider.tsx'
import { toIdentityText } from '../identity-text.ts'
import { ScoreBadge } from '../score-badge.tsx'
import { Time } from '../time.tsx'
import { MessageText } from './message-text.tsx'
import { toName } from './preview-text.ts'

/** The third pane: who this is, why they score as they do, what was before. */
export function ContactPane(props: {
  panel: ContactPanel
  query: string
  /** left out for who only reads */
  followUps?: ReactNode
  leads: ReactNode
  newLead?: ReactNode
  trend: { score: number; at: number }[]
}) {
  const { panel, query, followUps } = props
  const t = useT()
  const { day } = useFormat()
  const { contact } = panel
  const name = toName(t, contact)
  return (
    <div className="flex flex-col gap-6 p-4">
      <div className="flex flex-col items-center gap-2 text-center">
        <Avatar name={name} size="large" />
        <div>
          <p className="font-semibold">{name}</p>
          <p className="text-small text-faint">
            {t('inbox.panelSince', { date: day(contact.createdAt) })}
          </p>
        </div>
        <Link
          to={`/contacts/${contact.id}`}
          className="inline-flex min-h-6 items-center gap-1 rounded-sm text-small font-medium text-accent hover:underline"
        >
          {t('inbox.panelProfile')}
          <ExternalLink className="size-3.5" aria-hidden />
        </Link>
      </div>
      {followUps && <Part title={t('tasks.followUps')}>{followUps}</Part>}
      <Score panel={panel} trend={props.trend} />
      <Part title={t('leads.ofContact')} aside={props.newLead}>
        {props.leads}
      </Part>
      <Identities panel={panel} />
      <Notes panel={panel} />
      <Earlier panel={panel} query={query} />
    </div>
  )
}

function Part({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="flex flex-col gap-2">
      <header className="flex items-center justify-between gap-2">
        <h3 className="text-small font-semibold text-soft">{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  )
}

function Score({ panel, trend }: { panel: ContactPanel; trend: { score: number; at: number }[] }) {
  const t = useT()
  const knownText = useKnownText()
  const { contact, reasons } = panel
  return (
    <Part
      title={t('inbox.panelScore')}
      aside={<ScoreBadge score={contact.score} color={contact.scoreColor} />}
    >
      <ul className="flex flex-col gap-1">
        {reasons.length === 0 && <li className="text-faint">{t('inbox.panelNoReasons')}</li>}
        {reasons.map((reason) => {
          const rule = knownText(`inbox.rule.${reason.rule}`, t('inbox.rule.other'))
          return (
            <li key={reason.rule} className="flex justify-between gap-3">
              <span>
                {reason.times > 1
                  ? t('inbox.panelScoreTimes', { rule, count: reason.times })
                  : rule}
              </span>
              <span
                className={reason.points < 0 ? 'font-medium text-bad' : 'font-medium text-good'}
              >
                {reason.points > 0 ? `+${reason.points}` : `−${Math.abs(reason.points)}`}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="text-small text-faint">{t('inbox.panelScoreStart')}</p>
      <ScoreTrend points={trend} />
    </Part>
  )
}

function Identities({ panel }: { panel: ContactPanel }) {
  const t = useT()
  const { identities, contact } = panel
  return (
    <Part title={t('inbox.panelIdentities')}>
      <ul className="flex flex-col gap-1.5">
        {identities.map((identity) => (
          <li key={identity.channel + identity.kind + identity.externalId} className="flex gap-2">
            <ChannelIcon channel={identity.channel as ChannelName} className="mt-0.5 size-4" />
            <span className="min-w-0 flex-1 wrap-anywhere">{toIdentityText(identity)}</span>
            <span className="text-small text-faint">{t(`inbox.identity.${identity.kind}`)}</span>
          </li>
        ))}
        {identities.length === 0 && !contact.email && (
          <li className="text-faint">{t('common.none')}</li>
        )}
        {contact.email && <li className="wrap-anywhere">{contact.email}</li>}
      </ul>
    </Part>
  )
}

function Notes({ panel }: { panel: ContactPanel }) {
  const t = useT()
  const { notes, contact } = panel
  return (
    <Part title={t('inbox.panelNotes')}>
      {contact.notes && <MessageText text={contact.notes} />}
      {notes.length === 0 && !contact.notes && (
        <p className="text-faint">{t('inbox.panelNoNotes')}</p>
      )}
      <ul className="flex flex-col gap-2">
        {notes.map((note) => (
          <li key={note.id} className="rounded-md bg-sunken px-3 py-2">
            <MessageText text={note.text} />
            <p className="mt-1 text-small text-faint">
              {note.authorName} · <Time at={note.at} />
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Earlier({ panel, query }: { panel: ContactPanel; query: string }) {
  const t = useT()
  return (
    <Part title={t('inbox.panelEarlier')}>
      {panel.earlier.length === 0 && <p className="text-faint">{t('inbox.panelNoEarlier')}</p>}
      <ul className="-mx-2 flex flex-col">
        {panel.earlier.map((one) => (
          <li key={one.id}>
            <Link
              to={`/conversations/${one.id}${query}`}
              className="flex items-start gap-2 rounded-md px-2 py-1.5 hover:bg-hover"
            >
              <ChannelIcon channel={one.channel as ChannelName} className="mt-0.5 size-4" />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{one.lastText ?? t('inbox.nothingYet')}</span>
                <span className="text-small text-faint">
                  <Time at={one.lastMessageAt} />
                  {one.status === 'closed' && ` · ${t(`inbox.outcome.${one.outcome}`)}`}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}
