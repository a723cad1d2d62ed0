import { Link } from '@remix-run/react'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { NextAction } from './next-action.tsx'
import { StageMenu } from './stage-menu.tsx'
import type { ShownProspect } from './shown.ts'

/** One prospect: who, how much, what comes next. */
export function ProspectCard({ card, showsRep }: { card: ShownProspect; showsRep: boolean }) {
  const t = useT()
  const { money } = useFormat()
  const facts = [t(`auth.industry_${card.industry as IndustrySlug}`), card.city].filter(Boolean)
  return (
    <article className="relative flex flex-col gap-1.5 rounded-md border bg-surface p-2.5">
      <div className="flex items-start gap-2">
        <Link
          to={`/sales/prospects/${card.id}`}
          className="min-w-0 flex-1 font-medium wrap-anywhere hover:underline"
          draggable={false}
        >
          {card.name}
        </Link>
        <StageMenu id={card.id} name={card.name} stage={card.stage} />
      </div>
      <p className="text-small text-soft">{facts.join(' · ')}</p>
      {card.value !== null && (
        <p className="font-medium tabular-nums">{money(card.value, card.currency)}</p>
      )}
      {(card.nextAction || card.nextActionAt !== null) && (
        <NextAction text={card.nextAction} at={card.nextActionAt} />
      )}
      {showsRep && (
        <p className="truncate text-small text-faint">{card.repName ?? t('prospects.nobody')}</p>
      )}
    </article>
  )
}
