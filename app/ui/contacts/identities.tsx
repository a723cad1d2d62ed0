import { Card } from '../card.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { toIdentityText } from '../identity-text.ts'

type Identity = {
  id: number
  channel: string
  kind: 'phone' | 'user_id' | 'username'
  externalId: string
}

/** Where this person can be reached, and as whom. */
export function Identities(props: {
  phone: string | null
  email: string | null
  identities: Identity[]
}) {
  const t = useT()
  return (
    <Card title={t('contacts.identities')}>
      <ul className="flex flex-col gap-3">
        {props.email && <li className="break-all">{props.email}</li>}
        {props.identities.map((identity) => (
          <li key={identity.id} className="flex items-start gap-2">
            <ChannelIcon channel={identity.channel as ChannelName} />
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

const kinds = {
  phone: 'contacts.identityPhone',
  user_id: 'contacts.identityUserId',
  username: 'contacts.identityUsername',
} as const
