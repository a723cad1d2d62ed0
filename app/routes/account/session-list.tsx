import { Form } from '@remix-run/react'
import { MonitorSmartphone } from 'lucide-react'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { Time } from '#app/ui/time.tsx'

type ShownSession = {
  id: number
  createdAt: number
  lastSeenAt: number
  ip: string | null
  device: string
  isCurrent: boolean
}

/** Where one is signed in, each with its way out. */
export function SessionList({ sessions }: { sessions: ShownSession[] }) {
  const t = useT()
  return (
    <Section id="sessions" title={t('auth.sessions')} description={t('auth.sessionsLead')}>
      <ul className="divide-y rounded-md border bg-surface">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" action="/profile/sessions/revocation">
          <SubmitButton variant="secondary" action="/profile/sessions/revocation">
            {t('auth.sessionEndOthers')}
          </SubmitButton>
        </Form>
      )}
    </Section>
  )
}

function SessionItem({ session }: { session: ShownSession }) {
  const { id, createdAt, lastSeenAt, ip, device, isCurrent } = session
  const t = useT()
  const action = `/profile/sessions/${id}/revocation`
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 p-3">
      <MonitorSmartphone className="size-5 shrink-0 text-faint" aria-hidden />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device || t('auth.sessionUnknown')}
          {isCurrent && <Badge tone="accent">{t('auth.sessionThis')}</Badge>}
        </p>
        <p className="text-small text-faint">
          {t('auth.sessionSince')} <Time at={createdAt} as="exact" />
          {' · '}
          {t('auth.sessionActive')} <Time at={lastSeenAt} />
          {ip && ` · ${ip}`}
        </p>
      </div>
      {!isCurrent && (
        <Form method="post" action={action}>
          <SubmitButton variant="secondary" size="small" action={action}>
            {t('auth.sessionEnd')}
          </SubmitButton>
        </Form>
      )}
    </li>
  )
}
