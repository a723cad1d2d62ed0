import { Link } from '@remix-run/react'
import { MessageSquarePlus, SearchX, UserRoundSearch } from 'lucide-react'
import { Avatar } from '../avatar.tsx'
import { Badge } from '../badge.tsx'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Notice } from '../notice.tsx'
import { SearchField } from '../search-field.tsx'
import { EmptyState } from '../states.tsx'
import type { StartData } from './start-data.ts'

/** Somebody known, by name, number or e-mail, or a number nobody has written to yet. */
export function ChoosePerson({ data }: { data: StartData }) {
  const t = useT()
  const { q, found, number } = data
  return (
    <>
      <SearchField label={t('starting.search')} defaultValue={q} />
      {number?.kind === 'new' && (
        <Card>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p>
              <span className="block font-medium tabular-nums">{number.phone}</span>
              <span className="text-soft">{t('starting.newNumber')}</span>
            </p>
            <LinkButton
              to={`?${new URLSearchParams({ phone: number.phone })}`}
              variant="primary"
              icon={<MessageSquarePlus className="size-4" aria-hidden />}
            >
              {t('starting.writeTo')}
            </LinkButton>
          </div>
        </Card>
      )}
      {number?.kind === 'closed' && <Notice tone="warn">{t('errors.number_closed')}</Notice>}
      {found.length > 0 ? <Found data={data} /> : !number && <Nobody q={q} />}
    </>
  )
}

function Found({ data }: { data: StartData }) {
  const t = useT()
  return (
    <Card title={data.q ? undefined : t('starting.latest')} flush>
      <ul className="divide-y">
        {data.found.map((contact) => {
          const name = toName(t, contact)
          const about = [contact.name && contact.phone, contact.email].filter(Boolean).join(' · ')
          return (
            <li key={contact.id}>
              <Link
                to={`?contact=${contact.id}`}
                className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover sm:px-5"
              >
                <Avatar name={name} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{name}</span>
                  {about && <span className="block truncate text-small text-faint">{about}</span>}
                </span>
                {contact.blockedAt !== null && <Badge tone="bad">{t('starting.isBlocked')}</Badge>}
              </Link>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Nobody({ q }: { q: string }) {
  const t = useT()
  if (!q)
    return (
      <EmptyState compact icon={<UserRoundSearch />} title={t('starting.nobody')}>
        {t('starting.nobodyLead')}
      </EmptyState>
    )
  return (
    <EmptyState compact icon={<SearchX />} title={t('starting.notFound')}>
      {t(q.includes('@') ? 'starting.notFoundMail' : 'starting.notFoundLead')}
    </EmptyState>
  )
}
