import { Link } from '@remix-run/react'
import { ArrowRightLeft, CalendarClock, Sparkles } from 'lucide-react'
import type { LeadCard as Card, Stage } from '#app/domain/leads/shown.ts'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Menu, MenuHeading } from '../menu.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import { Time } from '../time.tsx'
import { useFieldText } from './field-text.ts'

const FACTS_MAX = 2

const choice =
  'flex w-full items-center rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

/** One opportunity: what, who, how much, what comes next. */
export function LeadCard(props: {
  card: Card
  stages: Stage[]
  stageId: number
  mayWrite: boolean
  /** yyyy-mm-dd in the company's zone */
  today: string
}) {
  const { card, stages, stageId, mayWrite, today } = props
  const t = useT()
  const { money } = useFormat()
  const contact = toName(t, { name: card.contactName, phone: card.contactPhone })
  const name = card.title || contact
  const isOverdue = card.expectedOn !== null && card.expectedOn < today
  return (
    <article className="relative flex flex-col gap-1.5 rounded-md border bg-surface p-2.5">
      <div className="flex items-start gap-2">
        <Link
          to={`/leads/${card.id}`}
          className="min-w-0 flex-1 font-medium wrap-anywhere hover:underline"
          draggable={false}
        >
          {name}
        </Link>
        {mayWrite && (
          <Menu
            label={t('leads.move', { name })}
            look={{ size: 'small' }}
            trigger={<ArrowRightLeft className="size-3.5" aria-hidden />}
          >
            <MenuHeading>{t('leads.moveTo')}</MenuHeading>
            <ActionForm action={`/leads/${card.id}/stage`} className="w-48">
              {stages
                .filter((stage) => stage.id !== stageId)
                .map((stage) => (
                  <button
                    key={stage.id}
                    type="submit"
                    name="stageId"
                    value={stage.id}
                    className={choice}
                  >
                    {stage.name}
                  </button>
                ))}
            </ActionForm>
          </Menu>
        )}
      </div>
      {card.title && <p className="truncate text-soft">{contact}</p>}
      <div className="flex items-center justify-between gap-2">
        <ScoreBadge score={card.score} color={card.scoreColor} compact />
        {card.valueMinor !== null && (
          <span className="font-medium tabular-nums">{money(card.valueMinor, card.currency)}</span>
        )}
      </div>
      <Facts card={card} />
      {card.nextAction && (
        <p className="flex items-start gap-1.5 text-small text-soft">
          <CalendarClock className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          <span className="line-clamp-2">
            {card.nextAction}
            {card.nextActionAt !== null && (
              <>
                {' · '}
                <Time at={card.nextActionAt} />
              </>
            )}
          </span>
        </p>
      )}
      <p className="flex justify-between gap-2 text-small text-faint">
        <span className="truncate">{card.ownerName ?? t('leads.nobody')}</span>
        {card.expectedOn && (
          <span className={isOverdue ? 'font-medium text-bad' : undefined}>
            {isOverdue && `${t('leads.overdue')} · `}
            {card.expectedOn}
          </span>
        )}
      </p>
    </article>
  )
}

/** What matters most in this trade; what nobody has confirmed says so. */
function Facts({ card }: { card: Card }) {
  const { t, language } = useI18n()
  const toText = useFieldText()
  if (card.facts.length === 0) return null
  return (
    <ul className="flex flex-col gap-0.5 text-small text-soft">
      {card.facts.slice(0, FACTS_MAX).map((fact) => (
        <li key={fact.key} className="flex items-center gap-1.5">
          <span className="shrink-0 text-faint">{fact.label[language]}</span>
          <span className="min-w-0 truncate">{toText(fact, fact.value ?? '')}</span>
          {fact.state === 'proposed' && (
            <span className="shrink-0 text-ai" title={t('leads.unconfirmed')}>
              <Sparkles className="size-3" aria-hidden />
              <span className="sr-only">{t('leads.unconfirmed')}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
