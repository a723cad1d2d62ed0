import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import type { ScoreColor } from '../score-badge.tsx'
import { ScoreTrend } from './score-trend.tsx'

const rules = {
  buying_words: 'inbox.rule.buying_words',
  price_question: 'inbox.rule.price_question',
  product_question: 'inbox.rule.product_question',
  fast_replies: 'inbox.rule.fast_replies',
  many_messages: 'inbox.rule.many_messages',
  positive_words: 'inbox.rule.positive_words',
  objection: 'inbox.rule.objection',
  slow_replies: 'inbox.rule.slow_replies',
} as const

const START = 50

type Reason = { rule: string; ordinal: number; points: number }

/** The score and every contribution that made it, starting from fifty. */
export function ScoreReasons(props: {
  score: number
  color: ScoreColor
  reasons: Reason[]
  /** how it went, oldest first */
  trend: { score: number; at: number }[]
}) {
  const t = useT()
  return (
    <Card title={t('contacts.score')} actions={<ScoreBadge {...props} />}>
      <ul className="flex flex-col gap-2">
        <li className="flex justify-between gap-4 text-soft">
          {t('contacts.scoreStart')}
          <span className="tabular-nums">{START}</span>
        </li>
        {props.reasons.map((reason) => (
          <li key={`${reason.rule}.${reason.ordinal}`} className="flex justify-between gap-4">
            {isRule(reason.rule) ? t(rules[reason.rule]) : reason.rule}
            <span className="tabular-nums">
              {reason.points > 0 ? `+${reason.points}` : `−${-reason.points}`}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-3 border-t pt-3">
        <ScoreTrend points={props.trend} />
      </div>
    </Card>
  )
}

function isRule(rule: string): rule is keyof typeof rules {
  return Object.hasOwn(rules, rule)
}
