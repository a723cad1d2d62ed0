import { Form } from '@remix-run/react'
import { Mail } from 'lucide-react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'

type Contact = { id: number; name: string; email: string; phone: string | null }

/** Whom a company has named; without anybody its owners are written to. */
export function ContactList({ contacts }: { contacts: Contact[] }) {
  const t = useT()
  if (contacts.length === 0)
    return (
      <Card>
        <EmptyState compact icon={<Mail aria-hidden />} title={t('dunning.contactsNone')}>
          {t('dunning.contactsNoneLead')}
        </EmptyState>
      </Card>
    )
  return (
    <Card>
      <ul className="flex flex-col divide-y">
        {contacts.map(({ id, name, email, phone }) => {
          const action = `/settings/billing/contacts/${id}/removal`
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
            >
              <span className="min-w-0">
                <span className="block font-medium wrap-anywhere">{name}</span>
                <span className="block text-soft wrap-anywhere">
                  {phone ? `${email} · ${phone}` : email}
                </span>
              </span>
              <span className="flex gap-2">
                <LinkButton
                  variant="quiet"
                  size="small"
                  to={`/settings/billing/contacts/${id}`}
                  aria-label={t('dunning.contactChangeOf', { name })}
                >
                  {t('dunning.contactChange')}
                </LinkButton>
                <Form method="post" action={action}>
                  <SubmitButton
                    variant="quiet"
                    size="small"
                    action={action}
                    aria-label={t('dunning.contactRemoveOf', { name })}
                  >
                    {t('dunning.contactRemove')}
                  </SubmitButton>
                </Form>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
