import type { ReactNode } from 'react'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { NextAction } from './next-action.tsx'

export type ProspectFactsShown = {
  id: number
  industry: string
  city: string
  contactName: string
  phone: string
  email: string
  source: string
  value: number | null
  currency: string
  planName: string | null
  repName: string | null
  nextAction: string
  nextActionAt: number | null
}

/** What is known of a prospect, and what comes next. */
export function ProspectFactsCard({ facts }: { facts: ProspectFactsShown }) {
  const t = useT()
  const { money } = useFormat()
  const { phone, email, value, currency, nextAction, nextActionAt } = facts
  const link = 'text-accent underline underline-offset-2 wrap-anywhere'
  return (
    <Card
      title={t('prospects.facts')}
      actions={
        <LinkButton to={`/sales/prospects/${facts.id}/edit`} size="small">
          {t('prospects.edit')}
        </LinkButton>
      }
    >
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        <Fact label={t('prospects.industry')}>
          {t(`auth.industry_${facts.industry as IndustrySlug}`)}
        </Fact>
        <Fact label={t('prospects.city')}>{facts.city}</Fact>
        <Fact label={t('prospects.contactName')}>{facts.contactName}</Fact>
        <Fact label={t('prospects.phone')}>
          {phone && (
            <a href={`tel:${phone}`} className={link}>
              {phone}
            </a>
          )}
        </Fact>
        <Fact label={t('prospects.email')}>
          {email && (
            <a href={`mailto:${email}`} className={link}>
              {email}
            </a>
          )}
        </Fact>
        <Fact label={t('prospects.source')}>{facts.source}</Fact>
        <Fact label={t('prospects.plan')}>{facts.planName}</Fact>
        <Fact label={t('prospects.value')}>{value !== null && money(value, currency)}</Fact>
        <Fact label={t('prospects.rep')}>{facts.repName ?? t('prospects.nobody')}</Fact>
      </dl>
      <div className="mt-5 border-t pt-4">
        <h3 className="mb-1.5 text-small text-faint">{t('prospects.nextAction')}</h3>
        {nextAction || nextActionAt !== null ? (
          <NextAction text={nextAction} at={nextActionAt} />
        ) : (
          <p className="text-soft">{t('prospects.noNextAction')}</p>
        )}
      </div>
    </Card>
  )
}

/** One thing and what is known of it. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  const t = useT()
  return (
    <div className="min-w-0">
      <dt className="text-small text-faint">{label}</dt>
      <dd className="mt-0.5 wrap-anywhere">
        {children || <span className="text-faint">{t('prospects.unknown')}</span>}
      </dd>
    </div>
  )
}
