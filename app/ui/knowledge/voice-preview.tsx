import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useFetcher } from '@remix-run/react'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { TrialList } from './voice-trial.tsx'
import type { TrialAnswer } from './voice-trial.tsx'

const ACTION = '/knowledge/voice/trial'

type Reply = { answers: TrialAnswer[]; errors?: unknown }

/**
 * Standard questions answered with what stands in the form, one after the other as the answers
 * come. Without a script the button leads to a page with all of them.
 */
export function VoicePreview(props: {
  form: RefObject<HTMLFormElement>
  questions: string[]
  hasModel: boolean
  mayAsk: boolean
}) {
  const { form, questions, hasModel, mayAsk } = props
  const t = useT()
  const { answers, next, ask } = useTrial(form, questions)
  const isAsking = next !== null
  return (
    <Card title={t('voice.preview')}>
      <div className="flex flex-col gap-4">
        <p className="text-soft">{t('voice.previewLead')}</p>
        {!hasModel && <Notice tone="warn">{t('voice.noModel')}</Notice>}
        {mayAsk && (
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              form="voice"
              formAction={ACTION}
              formMethod="post"
              disabled={isAsking}
              onClick={(event) => {
                event.preventDefault()
                ask()
              }}
            >
              {t(answers.length > 0 ? 'voice.askAgain' : 'voice.ask')}
            </Button>
            <span role="status" className="text-small text-soft">
              {isAsking && t('voice.asking', { done: answers.length, total: questions.length })}
            </span>
          </div>
        )}
        <TrialList answers={questions.map((question, at) => answers[at] ?? { question })} />
      </div>
    </Card>
  )
}

/** Asks question by question; what the form says when it begins counts for all ten. */
function useTrial(form: RefObject<HTMLFormElement>, questions: string[]) {
  const fetcher = useFetcher<Reply>()
  const [answers, setAnswers] = useState<TrialAnswer[]>([])
  const [next, setNext] = useState<number | null>(null)
  const typed = useRef<FormData>()
  const send = fetcher.submit
  const submit = useCallback(
    (at: number) => {
      const data = new FormData()
      for (const [name, value] of typed.current ?? []) data.append(name, value)
      data.set('ask', String(at))
      send(data, { method: 'post', action: ACTION })
    },
    [send],
  )
  const seen = useRef<Reply>()
  useEffect(() => {
    if (next === null || fetcher.state !== 'idle' || fetcher.data === seen.current) return
    seen.current = fetcher.data
    const question = questions[next] ?? ''
    const answer = fetcher.data?.answers[0] ?? { question, problem: 'failed' }
    setAnswers((before) => [...before, answer])
    const following = next + 1
    const isOver = following >= questions.length || !fetcher.data?.answers[0]
    setNext(isOver ? null : following)
    if (!isOver) submit(following)
  }, [next, fetcher.state, fetcher.data, questions, submit])
  const ask = () => {
    if (!form.current) return
    typed.current = new FormData(form.current)
    setAnswers([])
    setNext(0)
    submit(0)
  }
  return { answers, next, ask }
}
