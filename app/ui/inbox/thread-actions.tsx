import { Archive, Bot, ChevronDown, Hand, RotateCcw, UserRoundPlus } from 'lucide-react'
import { Avatar } from '../avatar.tsx'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Menu, MenuHeading, MenuLink } from '../menu.tsx'
import { ActionForm } from './action-form.tsx'
import { textOf } from './form-text.ts'
import { useInboxAround } from './inbox-context.tsx'
import type { ThreadData } from './page-data.ts'
import { useShownState } from './use-shown-state.ts'

/** One key or one press each: take over, give back, assign, close. */
export function ThreadActions({ data, name }: { data: ThreadData; name: string }) {
  const t = useT()
  const { head, isAiOn } = data
  const { aiState } = useShownState(data)
  const { query, close } = useInboxAround()
  const path = `/conversations/${head.id}`
  if (head.status === 'closed')
    return (
      <ActionForm action={`${path}/reopening`}>
        <Button
          type="submit"
          size="small"
          icon={<RotateCcw className="size-3.5" aria-hidden />}
          className="pointer-coarse:h-10"
        >
          {t('inbox.reopen')}
        </Button>
      </ActionForm>
    )
  const isTakeOver = isAiOn && aiState === 'on'
  return (
    <>
      {(isAiOn || head.needsPersonAt !== null) && (
        <ActionForm
          key={isTakeOver ? 'takeover' : 'handback'}
          action={`${path}/${isTakeOver ? 'takeover' : 'handback'}`}
        >
          <Button
            type="submit"
            size="small"
            data-shortcut={isTakeOver ? 'takeOver' : 'giveBack'}
            title={isTakeOver ? `${t('inbox.takeOver')} (I)` : `${t('inbox.giveBackLong')} (B)`}
            className="max-sm:w-8 pointer-coarse:h-10 max-sm:pointer-coarse:w-10"
            icon={
              isTakeOver ? (
                <Hand className="size-3.5" aria-hidden />
              ) : (
                <Bot className="size-3.5" aria-hidden />
              )
            }
          >
            <span className="max-sm:sr-only">
              {t(isTakeOver ? 'inbox.takeOver' : 'inbox.giveBack')}
            </span>
          </Button>
        </ActionForm>
      )}
      <AssignMenu data={data} />
      <div className="flex items-center">
        <ActionForm
          action={`${path}/closure`}
          fields={{ outcome: 'resolved' }}
          returnTo={`/conversations${query}`}
          onSend={() => close({ id: head.id, name }, 'resolved')}
        >
          <Button
            type="submit"
            size="small"
            variant="quiet"
            data-shortcut="close"
            title={`${t('inbox.close')} (E)`}
            aria-label={t('inbox.close')}
            className="pointer-coarse:size-10"
            icon={<Archive className="size-4" aria-hidden />}
          />
        </ActionForm>
        <OutcomeMenu id={head.id} name={name} />
      </div>
    </>
  )
}

const outcomes = ['resolved', 'won', 'lost', 'abandoned'] as const

const choice =
  'flex w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

function OutcomeMenu({ id, name }: { id: number; name: string }) {
  const t = useT()
  const { query, close } = useInboxAround()
  return (
    <div className="max-sm:hidden">
      <Menu
        label={t('inbox.closeOther')}
        look={{ size: 'small' }}
        trigger={<ChevronDown className="size-3.5" aria-hidden />}
      >
        <MenuHeading>{t('inbox.closeAs')}</MenuHeading>
        <ActionForm
          action={`/conversations/${id}/closure`}
          returnTo={`/conversations${query}`}
          onSend={(form) => close({ id, name }, textOf(form, 'outcome'))}
        >
          {outcomes.map((outcome) => (
            <button key={outcome} type="submit" name="outcome" value={outcome} className={choice}>
              <span className="first-letter:uppercase">{t(`inbox.outcome.${outcome}`)}</span>
            </button>
          ))}
        </ActionForm>
      </Menu>
    </div>
  )
}

function AssignMenu({ data }: { data: ThreadData }) {
  const t = useT()
  const { head, me, assignees } = data
  const { assignedTo } = useShownState(data)
  const { query } = useInboxAround()
  const canClaim = assignedTo === null
  if (!me.canAssign && !canClaim) return null
  const others = assignees.filter((member) => member.id !== me.id)
  return (
    <div data-shortcut="assign">
      <Menu
        label={t('inbox.assign')}
        look={{ size: 'small' }}
        trigger={
          <span title={`${t('inbox.assign')} (A)`}>
            <UserRoundPlus className="size-4" aria-hidden />
          </span>
        }
      >
        <MenuHeading>{t('inbox.assignTo')}</MenuHeading>
        <ActionForm
          action={`/conversations/${head.id}/assignment`}
          className="max-h-80 w-56 overflow-y-auto"
        >
          {assignedTo !== me.id && (
            <button type="submit" name="memberId" value={me.id} className={choice}>
              <Avatar name={me.name} size="small" />
              {t('inbox.assignMe')}
            </button>
          )}
          {others.map((member) => (
            <button
              key={member.id}
              type="submit"
              name="memberId"
              value={member.id}
              aria-pressed={member.id === assignedTo}
              className={choice}
            >
              <Avatar name={member.name} size="small" />
              <span className="truncate">{member.name}</span>
            </button>
          ))}
          {me.canAssign && assignedTo !== null && (
            <button
              type="submit"
              name="memberId"
              value=""
              className={`${choice} border-t text-soft`}
            >
              {t('inbox.assignNobody')}
            </button>
          )}
        </ActionForm>
        {me.canAssign && (
          <MenuLink to={`/conversations/${head.id}/assignment${query}`}>
            {t('assignment.withReason')}
          </MenuLink>
        )}
      </Menu>
    </div>
  )
}
