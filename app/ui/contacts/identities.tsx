import { BadgeCheck } from 'lucide-react'
import { Card } from '../card.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { toIdentityText } from '../identity-text.ts'

type Identity = {
  id: number
  channel: string
  kind: 'phone' | 'user_id' | 'username'
  externalId: string
}

type Reachable = {
  phone: string | null
  phoneVerifiedAt: number | null
  email: string | null
  emailVerifiedAt: number | null
}

/** Where this person can be reached, as whom, and what of it is known to be theirs. */
export function Identities(props: { contact: Reachable; identities: Identity[] }) {
  const t = useT()
  const { contact, identities } = props
  const isEmpty = !contact.phone && !contact.email && identities.length === 0
  return (
    <Card title={t('contacts.identities')}>
      {isEmpty && <p className="text-faint">{t('common.none')}</p>}
      <ul className="flex flex-col gap-3">
        {contact.phone && (
          <Written text={contact.phone} label="contacts.phone" at={contact.phoneVerifiedAt} />
        )}
        {contact.email && (
          <Written text={contact.email} label="contacts.email" at={contact.emailVerifiedAt} />
        )}
        {identities.map((identity) => (
          <li key={identity.id} className="flex items-start gap-2">
            <ChannelIcon channel={identity.channel as ChannelName} className="mt-0.5 size-4" />
            <span className="min-w-0">
              <span className="block break-all">{toIdentityText(identity)}</span>
              <span className="text-small text-faint">{t(kinds[identity.kind])}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Written(props: {
  text: string
  label: 'contacts.phone' | 'contacts.email'
  at: number | null
}) {
  const t = useT()
  const { day } = useFormat()
  return (
    <li>
      <span className="block break-all">{props.text}</span>
      <span className="flex flex-wrap items-center gap-x-2 text-small text-faint">
        {t(props.label)}
        {props.at ? (
          <span className="inline-flex items-center gap-1 font-medium text-good">
            <BadgeCheck className="size-3.5" aria-hidden />
            {t('contacts.verifiedOn', { date: day(props.at) })}
          </span>
        ) : (
          <span>{t('contacts.unverified')}</span>
        )}
      </span>
    </li>
  )
}

const kinds = {
  phone: 'contacts.identityPhone',
  user_id: 'contacts.identityUserId',
  username: 'contacts.identityUsername',
} as const
