import {
  ArrowRightLeft,
  Clock,
  Ellipsis,
  Eye,
  Flag,
  Languages,
  MailOpen,
  Tag,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Menu, MenuHeading, MenuLine, MenuLink } from '../menu.tsx'
import { MacroChoices } from '../macros/macro-menu.tsx'
import { ActionForm } from './action-form.tsx'
import { useInboxAround } from './inbox-context.tsx'
import { menuChoice } from './menu-choice.ts'
import type { ThreadData } from './page-data.ts'
import type { Shortcut } from './shortcuts.ts'
import { SnoozeMoment, SnoozePresets } from './snooze-fields.tsx'

/** Puts the conversation aside, on one press, in words, or to a date and time. */
export function SnoozeMenu({ id }: { id: number }) {
  const t = useT()
  return (
    <div data-shortcut="snooze" className="max-sm:hidden">
      <Menu
        label={t('views.snooze')}
        look={{ size: 'small' }}
        trigger={
          <span title={`${t('views.snooze')} (S)`}>
            <Clock className="size-4" aria-hidden />
          </span>
        }
      >
        <SnoozeForms id={id} />
      </Menu>
    </div>
  )
}

function SnoozeForms({ id }: { id: number }) {
  const t = useT()
  const { choices, leave, query } = useInboxAround()
  const form = {
    action: `/conversations/${id}/snooze`,
    returnTo: `/conversations${query}`,
  }
  return (
    <>
      <MenuHeading>{t('views.snoozeUntil')}</MenuHeading>
      <ActionForm {...form} onSend={() => leave({ id })}>
        <SnoozePresets times={choices.snooze} />
      </ActionForm>
      <ActionForm {...form} onSend={() => leave({ id })}>
        <SnoozeMoment id={`snooze-${id}`} />
      </ActionForm>
    </>
  )
}

/** What is needed less often: tags, priority, unread, deletion; on a phone snoozing too. */
export function MoreMenu({ data }: { data: ThreadData }) {
  const t = useT()
  const { head, me } = data
  const { choices, canDelete, leave, query } = useInboxAround()
  const path = `/conversations/${head.id}`
  return (
    <Menu
      label={t('views.moreActions')}
      look={{ size: 'small' }}
      trigger={<Ellipsis className="size-4" aria-hidden />}
    >
      <div className="max-h-[75vh] w-64 overflow-y-auto">
        <ActionForm action={`${path}/unread`} returnTo={`/conversations${query}`}>
          <Choice icon={<MailOpen />} shortcut="unread">
            {t('views.markUnread')}
          </Choice>
        </ActionForm>
        {data.canTranslate && (
          <ActionForm action={`${path}/translations`}>
            <Choice icon={<Languages />}>{t('media.translateAll')}</Choice>
          </ActionForm>
        )}
        {(me.canAssign ? head.assignedTo !== null : head.assignedTo === me.id) && (
          <div data-shortcut="transfer" className={me.canAssign ? undefined : 'sm:hidden'}>
            <MenuLink to={`${path}/transfer`} icon={<ArrowRightLeft aria-hidden />}>
              {t('transfers.open')}
            </MenuLink>
          </div>
        )}
        {me.canAssign && head.assignedTo !== null && head.assignedTo !== me.id && (
          <MenuLink to={`${path}/watch`} icon={<Eye aria-hidden />}>
            {t('watching.watch')}
          </MenuLink>
        )}
        {me.canReply && (
          <div className="sm:hidden">
            <MenuLine />
            <MenuHeading>{t('macros.title')}</MenuHeading>
            <MacroChoices data={data} />
          </div>
        )}
        <MenuLine />
        <MenuHeading>{t('views.priority')}</MenuHeading>
        <div data-shortcut="priority">
          <ActionForm action={`${path}/priority`}>
            {choices.priorities.map(({ id, name, isDefault }) => (
              <Choice
                key={id}
                name="priorityId"
                value={isDefault ? '' : id}
                icon={<Flag />}
                isOn={head.priorityId === id || (isDefault && head.priorityId === null)}
              >
                {name}
              </Choice>
            ))}
          </ActionForm>
        </div>
        <MenuLine />
        <MenuHeading>{t('views.tags')}</MenuHeading>
        <div data-shortcut="tag">
          {choices.tags.length === 0 && (
            <p className="px-2.5 pb-2 text-small text-faint">{t('views.noTags')}</p>
          )}
          {choices.tags.map((tag) => {
            const isOn = head.tagIds.includes(tag.id)
            return (
              <ActionForm
                key={tag.id}
                action={`${path}/tags`}
                fields={{ tagId: tag.id, isOn: isOn ? 0 : 1 }}
              >
                <Choice icon={<Tag />} isOn={isOn}>
                  {tag.name}
                </Choice>
              </ActionForm>
            )
          })}
        </div>
        <div className="sm:hidden">
          <MenuLine />
          <SnoozeForms id={head.id} />
        </div>
        {canDelete && (
          <>
            <MenuLine />
            <ActionForm
              action={`${path}/deletion`}
              returnTo={`/conversations${query}`}
              onSend={() => leave({ id: head.id })}
            >
              <Choice icon={<Trash2 />} isDanger shortcut="delete">
                {t('views.deleteConversation')}
              </Choice>
            </ActionForm>
          </>
        )}
      </div>
    </Menu>
  )
}

function Choice(props: {
  icon: ReactNode
  name?: string
  value?: string | number
  isOn?: boolean
  isDanger?: boolean
  shortcut?: Shortcut
  children: ReactNode
}) {
  const { icon, name, value, isOn, isDanger, shortcut, children } = props
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-pressed={isOn}
      data-shortcut={shortcut}
      className={`${menuChoice} [&>svg]:size-4 [&>svg]:shrink-0 ${isDanger ? 'text-bad' : '[&>svg]:text-faint'} ${isOn ? 'bg-accent-soft font-medium text-accent-ink' : ''}`}
    >
      {icon}
      <span className="truncate">{children}</span>
    </button>
  )
}
