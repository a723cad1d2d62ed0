import { useFormat, useT } from '../i18n-provider.tsx'
import { Figure } from './figure.tsx'
import { useDuration } from './duration.ts'

type TodayFigures = {
  newConversations: number
  messagesIn: number
  messagesOut: number
  asked: number
  answeredByAi: number
  medianFirstReplyMs: number | null
  waiting: number
  hotContacts: number
}

/** Today in six figures; one that has a list behind it leads there. */
export function Figures({ figures }: { figures: TodayFigures }) {
  const t = useT()
  const { number } = useFormat()
  const { waiting, medianFirstReplyMs: median } = figures
  const duration = useDuration()
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3">
      <Figure
        label={t('dashboard.waiting')}
        value={number(waiting)}
        help={waiting === 0 ? t('dashboard.waitingNone') : undefined}
        to="/conversations?needs=person"
        tone={waiting > 0 ? 'warn' : undefined}
      />
      <Figure
        label={t('dashboard.newConversations')}
        value={number(figures.newConversations)}
        to="/conversations"
      />
      <MessageFigure received={figures.messagesIn} sent={figures.messagesOut} />
      <AiFigure count={figures.answeredByAi} total={figures.asked} />
      <Figure
        label={t('dashboard.median')}
        value={median === null ? '–' : duration(median)}
        help={t(median === null ? 'dashboard.medianNone' : 'dashboard.medianHelp')}
      />
      <Figure
        label={t('dashboard.hot')}
        value={number(figures.hotContacts)}
        help={t('dashboard.hotHelp')}
        to="/contacts?score=green"
      />
    </div>
  )
}

function MessageFigure({ received, sent }: { received: number; sent: number }) {
  const t = useT()
  const { number } = useFormat()
  return (
    <Figure
      label={t('dashboard.messages')}
      value={
        <span className="flex flex-wrap gap-x-4">
          {[
            { label: t('dashboard.messagesIn'), count: received },
            { label: t('dashboard.messagesOut'), count: sent },
          ].map(({ label, count }) => (
            <span key={label} className="inline-flex items-baseline gap-1.5">
              {number(count)}
              <span className="text-small font-normal text-faint">{label}</span>
            </span>
          ))}
        </span>
      }
    />
  )
}

function AiFigure({ count, total }: { count: number; total: number }) {
  const t = useT()
  const { percent } = useFormat()
  return (
    <Figure
      label={t('dashboard.byAi')}
      value={total === 0 ? '–' : percent(count / total)}
      help={total === 0 ? t('dashboard.byAiNone') : t('dashboard.byAiOf', { count, total })}
    />
  )
}
