import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Page, PageHeader } from '../page.tsx'

export type TrialAnswer = {
  question: string
  reply?: string
  handsOver?: boolean
  writer?: 'model' | 'builtin' | 'none'
  problem?: string
}

/** All answers on a page of their own, for who has no script. */
export function VoiceTrial({ answers }: { answers: TrialAnswer[] }) {
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('voice.preview')}
        back={{ to: '/knowledge/voice', label: t('voice.back') }}
      />
      <Card>
        <TrialList answers={answers} />
      </Card>
    </Page>
  )
}

export function TrialList({ answers }: { answers: TrialAnswer[] }) {
  return (
    <ol className="flex flex-col gap-4">
      {answers.map((answer) => (
        <li key={answer.question} className="flex flex-col gap-1">
          <p className="font-medium">{answer.question}</p>
          <Answer answer={answer} />
        </li>
      ))}
    </ol>
  )
}

function Answer({ answer: { reply, handsOver, writer, problem } }: { answer: TrialAnswer }) {
  const t = useT()
  if (problem)
    return <p className="text-bad">{t(problem === 'failed' ? 'voice.failed' : 'voice.limit')}</p>
  if (reply === undefined) return <p className="text-faint">{t('voice.waiting')}</p>
  return (
    <>
      <p
        dir="auto"
        className="rounded-md bg-ai-soft px-3 py-2 break-words whitespace-pre-wrap text-ink"
      >
        {reply}
      </p>
      <p className="flex gap-2">
        {handsOver && <Badge tone="warn">{t('voice.handsOver')}</Badge>}
        {writer !== 'none' && (
          <span className="text-small text-faint">
            {t(writer === 'model' ? 'voice.byModel' : 'voice.byBuiltin')}
          </span>
        )}
      </p>
    </>
  )
}
