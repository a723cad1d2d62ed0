import { Link } from '@remix-run/react'
import { ArrowRightLeft } from 'lucide-react'
import type { WorkloadCard as Card } from '#app/domain/assignment/shown.ts'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Menu, MenuHeading } from '../menu.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import { Time } from '../time.tsx'

const choice =
  'flex w-full items-center rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

/** One conversation: who, since when it waits, how hot; a link to watch it and a menu to move it. */
export function WorkloadCard(props: {
  card: Card
  ownerId: number | null
  people: { id: number; name: string }[]
}) {
  const { card, ownerId, people } = props
  const t = useT()
  const name = toName(t, { name: card.contactName, phone: card.contactPhone })
  return (
    <article className="relative flex cursor-grab flex-col gap-1.5 rounded-md border bg-surface p-2.5 active:cursor-grabbing">
      <div className="flex items-center gap-2">
        <ChannelIcon channel={card.channel as ChannelName} className="size-4 shrink-0" />
        <Link
          to={`/conversations/${card.id}/watch`}
          className="min-w-0 flex-1 truncate font-medium hover:underline"
          draggable={false}
        >
          {name}
        </Link>
        <Menu
          label={t('team.move', { name })}
          look={{ size: 'small' }}
          trigger={<ArrowRightLeft className="size-3.5" aria-hidden />}
        >
          <MenuHeading>{t('team.moveTo')}</MenuHeading>
          <ActionForm
            action={`/conversations/${card.id}/assignment`}
            className="max-h-72 w-52 overflow-y-auto"
          >
            {people
              .filter((person) => person.id !== ownerId)
              .map((person) => (
                <button
                  key={person.id}
                  type="submit"
                  name="memberId"
                  value={person.id}
                  className={choice}
                >
                  {person.name}
                </button>
              ))}
            {ownerId !== null && (
              <button type="submit" name="memberId" value="" className={`${choice} text-soft`}>
                {t('team.queue')}
              </button>
            )}
          </ActionForm>
        </Menu>
      </div>
      <div className="flex items-center justify-between gap-2 text-small">
        <ScoreBadge score={card.score} color={card.scoreColor} />
        {card.unansweredSince === null ? (
          <span className="text-faint">{t('team.answered')}</span>
        ) : (
          <span className="font-medium text-warn">
            {t('team.waitsSince')} <Time at={card.unansweredSince} />
          </span>
        )}
      </div>
    </article>
  )
}
