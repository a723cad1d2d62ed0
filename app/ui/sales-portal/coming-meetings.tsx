import { Link } from '@remix-run/react'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'

type Coming = { id: number; prospectId: number; name: string; startsAt: number }

/** The next demos; each leads to where it is moved or called off. */
export function ComingMeetings({ meetings }: { meetings: Coming[] }) {
  const t = useT()
  return (
    <Card title={t('demos.meetingsComing')}>
      <ul className="flex flex-col gap-3">
        {meetings.map(({ id, prospectId, name, startsAt }) => (
          <li key={id}>
            <Link
              to={`/sales/prospects/${prospectId}/meetings/${id}`}
              className="font-medium wrap-anywhere hover:underline"
            >
              {name}
            </Link>
            <p className="text-small text-soft">
              <Time at={startsAt} as="moment" />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
