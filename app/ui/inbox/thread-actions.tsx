import { ArrowRightLeft, Bot, Hand, UserRoundPlus } from 'lucide-react'
import { Avatar } from '../avatar.tsx'
import { Button, LinkButton } from '../button.tsx'
import { CloseButton } from '../closing/close-button.tsx'
import { ReopenButton } from '../closing/reopen-button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Menu, MenuHeading, MenuLink } from '../menu.tsx'
import { ActionForm } from './action-form.tsx'
import { MacroMenu } from '../macros/macro-menu.tsx'
import { MoreMenu, SnoozeMenu } from './thread-menus.tsx'
import { useInboxAround } from './inbox-context.tsx'
import type { ThreadData } from './page-data.ts'
import { useShownState } from './use-shown-state.ts'

/** One key or one press each: take over, give back, assign, close. */
export function ThreadActions({ data, name }: { data: ThreadData; name: string }) {
  const t = useT()
  const { head, isAiOn } = data
  const { aiState } = useShownState(data)
  const path = `/conversations/${head.id}`
  if (head.status === 'closed')
    return (
      <ReopenButton
        id={head.id}
        name={name}
        soldMinor={head.soldMinor}
        mayVoid={data.me.mayCorrectSales}
      />
    )
  const isTakeOver = isAiOn && aiState === 'on'
  return (
    <div className="flex shrink-0 items-center gap-1 2xl:gap-2">
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
            className="max-lg:w-8 xl:max-[1400px]:w-8 pointer-coarse:h-10 max-lg:pointer-coarse:w-10"
            icon={
              isTakeOver ? (
                <Hand className="size-3.5" aria-hidden />
              ) : (
                <Bot className="size-3.5" aria-hidden />
              )
            }
          >
            <span className={isNarrow}>{t(isTakeOver ? 'inbox.takeOver' : 'inbox.giveBack')}</span>
          </Button>
        </ActionForm>
      )}
      <AssignMenu data={data} />
      <TransferLink data={data} />
      <SnoozeMenu id={head.id} />
      <MacroMenu data={data} />
      <CloseButton id={head.id} name={name} />
      <MoreMenu data={data} />
    </div>
  )
}

/** Where three panes leave the thread little room, the icon stands for the words. */
const isNarrow = 'max-lg:sr-only xl:max-[1400px]:sr-only'

/** For who may not give it away at once: asks a manager to. Who may has it in the menu. */
function TransferLink({ data: { head, me } }: { data: ThreadData }) {
  const t = useT()
  if (me.canAssign || head.assignedTo !== me.id) return null
  const label = t('transfers.open')
  return (
    <LinkButton
      to={`/conversations/${head.id}/transfer`}
      size="small"
      variant="quiet"
      data-shortcut="transfer"
      aria-label={label}
      title={`${label} (T)`}
      className="pointer-coarse:size-10 max-sm:hidden"
      icon={<ArrowRightLeft className="size-4" aria-hidden />}
    />
  )
}

const choice =
  'flex w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

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
