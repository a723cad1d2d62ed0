import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { contactLanguageName } from '#app/domain/contacts/languages.ts'
import type { LabelColor } from '#app/domain/labels/colors.ts'
import { Badge } from '../badge.tsx'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { useFieldText } from './custom-field-input.tsx'
import type { ShownField } from './custom-field-input.tsx'

type Facts = {
  contact: {
    id: number
    language: string | null
    location: string
    source: string
    campaign: string
    notes: string
    createdAt: number
    blockedAt: number | null
  }
  ownerName: string | null
  tags: { id: number; name: string; color: string }[]
  fields: (ShownField & { value: string })[]
  lifetimeValue: { currency: string; amountMinor: number; count: number }[]
}

/** What is known of a person; empty facts are left out. */
export function ContactFacts({ profile, mayEdit }: { profile: Facts; mayEdit: boolean }) {
  const t = useT()
  const { contact, tags } = profile
  const edit = mayEdit && (
    <LinkButton
      to={`/contacts/${contact.id}/edit`}
      size="small"
      icon={<Pencil className="size-3.5" aria-hidden />}
    >
      {t('common.edit')}
    </LinkButton>
  )
  return (
    <Card title={t('contacts.details')} actions={edit}>
      <div className="flex flex-col gap-5">
        {(tags.length > 0 || contact.blockedAt) && (
          <p className="flex flex-wrap gap-1.5">
            {contact.blockedAt && <Badge tone="bad">{t('contacts.blocked')}</Badge>}
            {tags.map((tag) => (
              <Badge key={tag.id} tone={tag.color as LabelColor}>
                {tag.name}
              </Badge>
            ))}
          </p>
        )}
        <FactList profile={profile} />
        {contact.notes && <p className="whitespace-pre-line wrap-anywhere">{contact.notes}</p>}
      </div>
    </Card>
  )
}

function FactList({ profile }: { profile: Facts }) {
  const t = useT()
  const { language } = useI18n()
  const { money, day } = useFormat()
  const toText = useFieldText()
  const { contact, ownerName, fields, lifetimeValue } = profile
  const value = lifetimeValue.map((one) => money(one.amountMinor, one.currency)).join(' + ')
  const facts: [string, ReactNode][] = [
    [t('contacts.lifetimeValue'), value || money(0)],
    [t('contacts.language'), contact.language && contactLanguageName(contact.language, language)],
    [t('contacts.location'), contact.location],
    [t('contacts.owner'), ownerName],
    [t('contacts.source'), contact.source],
    [t('contacts.campaign'), contact.campaign],
    [t('contacts.since'), day(contact.createdAt)],
    ...fields.map((field): [string, ReactNode] => [
      field.name,
      field.value && toText(field, field.value),
    ]),
  ]
  return (
    <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
      {facts.map(
        ([label, fact]) =>
          fact && (
            <div key={label} className="min-w-0">
              <dt className="text-small text-faint">{label}</dt>
              <dd className="wrap-anywhere tabular-nums">{fact}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
