import { Link } from '@remix-run/react'
import type { TaskRow } from '#app/domain/tasks/shown.ts'
import type { Stage } from '#app/domain/leads/shown.ts'
import { Card } from '../card.tsx'
import { ScoreReasons } from '../contacts/score-reasons.tsx'
import { useT } from '../i18n-provider.tsx'
import { FollowUps } from '../tasks/follow-ups.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Time } from '../time.tsx'
import { classes } from '../classes.ts'

type Step = {
  id: number
  at: number
  byKind: 'member' | 'ai' | 'system'
  byName: string | null
  fromName: string | null
  toName: string
}

/** Where the lead stands, whose it is with, and how it came there. */
export function LeadAside(props: {
  lead: { id: number; stageId: number; conversationId: number | null; lostReason: string }
  contact: {
    id: number
    name: string
    phone: string | null
    score: number
    scoreColor: 'green' | 'yellow' | 'red'
    reasons: { rule: string; ordinal: number; points: number }[]
    trend: { score: number; at: number }[]
  }
  stages: Stage[]
  history: Step[]
  tasks: TaskRow[]
  mayWrite: boolean
}) {
  const { lead, contact, stages, history, tasks, mayWrite } = props
  const t = useT()
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('leads.stage')}>
        <ActionForm action={`/leads/${lead.id}/stage`} className="flex flex-col gap-1">
          {stages.map((stage) => (
            <button
              key={stage.id}
              type="submit"
              name="stageId"
              value={stage.id}
              disabled={!mayWrite}
              aria-pressed={stage.id === lead.stageId}
              className={classes(
                'flex justify-between rounded-md px-2.5 py-1.5 text-left',
                stage.id === lead.stageId
                  ? 'bg-accent-soft font-medium text-accent-ink'
                  : 'text-soft hover:bg-hover hover:text-ink',
              )}
            >
              {stage.name}
              <span className="tabular-nums">{stage.probability} %</span>
            </button>
          ))}
        </ActionForm>
        {lead.lostReason && (
          <p className="mt-3 text-soft">
            {t('leads.lostReason')}: {lead.lostReason}
          </p>
        )}
      </Card>
      <Card title={t('leads.contact')}>
        <p className="flex items-center justify-between gap-3">
          <Link to={`/contacts/${contact.id}`} className="font-medium underline underline-offset-2">
            {toName(t, contact)}
          </Link>
        </p>
        {lead.conversationId !== null && (
          <Link
            to={`/conversations/${lead.conversationId}`}
            className="mt-2 inline-block text-accent underline underline-offset-2"
          >
            {t('leads.openConversation')}
          </Link>
        )}
      </Card>
      {mayWrite && (
        <Card title={t('tasks.followUps')}>
          <FollowUps tasks={tasks} about={{ contactId: contact.id, leadId: lead.id }} />
        </Card>
      )}
      <ScoreReasons
        score={contact.score}
        color={contact.scoreColor}
        reasons={contact.reasons}
        trend={contact.trend}
      />
      <Card title={t('leads.history')}>
        <ol className="flex flex-col gap-3">
          {history.map((step) => (
            <HistoryStep key={step.id} step={step} />
          ))}
        </ol>
      </Card>
    </div>
  )
}

function HistoryStep({ step }: { step: Step }) {
  const t = useT()
  const by = step.byName ?? t(step.byKind === 'ai' ? 'leads.byAi' : 'leads.bySystem')
  return (
    <li>
      <p>
        {step.fromName === null
          ? t('leads.historyStart', { stage: step.toName })
          : t('leads.historyStep', { from: step.fromName, to: step.toName })}
      </p>
      <p className="text-small text-faint">
        {by} · <Time at={step.at} />
      </p>
    </li>
  )
}
