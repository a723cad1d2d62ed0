import type { ReactNode } from 'react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { CallList } from '../inbox/answer-calls.tsx'
import type { ShownCall } from '../inbox/answer-calls.tsx'
import { ClaimList, HeldWording } from '../inbox/answer-claims.tsx'
import type { ShownClaim } from '../inbox/answer-claims.tsx'
import { Notice } from '../notice.tsx'
import { PromptParts, WeighedPassages } from './playground-parts.tsx'
import type { Weighed } from './playground-parts.tsx'

export type Trace = {
  handOverReason: string | null
  writer: 'model' | 'builtin' | 'none'
  error: string | null
  confidence: number
  threshold: number
  search: string
  retrievalScore: number
  corrections: { from: string; to: string }[]
  passages: Weighed[]
  claims: ShownClaim[]
  rejected: { reply: string; claims: ShownClaim[] } | null
  calls: ShownCall[]
  prompt: {
    stableSystem: string
    changingSystem: string
    messages: { role: 'user' | 'assistant'; content: string }[]
  }
  model: string
  usage: { input: number; cacheRead: number; cacheWrite: number; output: number }
  costMicros: number
  retrievalMs: number
  modelMs: number
  totalMs: number
}

const MICROS_PER_CENT = 10_000

const reasons: Record<string, MessageKey> = {
  customer_asked: 'ai.reason.customer_asked',
  angry: 'ai.reason.angry',
  misunderstood: 'ai.reason.misunderstood',
  low_confidence: 'ai.reason.low_confidence',
  assistant_asked: 'ai.reason.assistant_asked',
  unsourced_claim: 'ai.reason.unsourced_claim',
  no_answer: 'ai.reason.no_answer',
}

/** Why the newest answer is what it is. */
export function PlaygroundTrace({ trace }: { trace: Trace | null }) {
  const t = useT()
  if (!trace)
    return (
      <Card title={t('playground.why')}>
        <p className="text-soft">{t('playground.whyEmpty')}</p>
      </Card>
    )
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Card title={t('playground.why')}>
        <div className="flex flex-col gap-4">
          <Outcome trace={trace} />
          <Figures trace={trace} />
        </div>
      </Card>
      <WeighedPassages trace={trace} />
      <Claims trace={trace} />
      <Card title={t('playground.tools')}>
        {trace.calls.length === 0 ? (
          <p className="text-soft">{t('playground.toolsNone')}</p>
        ) : (
          <CallList calls={trace.calls} />
        )}
      </Card>
      <PromptParts prompt={trace.prompt} />
    </div>
  )
}

function Claims({ trace: { claims, rejected } }: { trace: Trace }) {
  const t = useT()
  return (
    <Card title={t('claims.title', { count: claims.length })}>
      <div className="flex flex-col gap-3">
        {claims.length === 0 ? (
          <p className="text-soft">{t('claims.none')}</p>
        ) : (
          <ClaimList claims={claims} />
        )}
        {rejected && (
          <HeldWording
            title={t('claims.rejected')}
            reply={rejected.reply}
            claims={rejected.claims}
          />
        )}
      </div>
    </Card>
  )
}

function Outcome({ trace }: { trace: Trace }) {
  const t = useT()
  const { handOverReason, writer, model, error } = trace
  const writers = {
    model: t('playground.writerModel', { model }),
    builtin: t('playground.writerBuiltin'),
    none: t('playground.writerNone'),
  }
  const why = reasons[handOverReason ?? '']
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={handOverReason ? 'warn' : 'good'}>
          {t(handOverReason ? 'playground.wouldHandOver' : 'playground.wouldSend')}
        </Badge>
        {why && <span className="text-soft">{t(why)}</span>}
      </p>
      <p className="text-soft">{writers[writer]}</p>
      {error && <Notice tone="warn">{t('playground.modelError', { reason: error })}</Notice>}
    </>
  )
}

function Figures({ trace }: { trace: Trace }) {
  const t = useT()
  const { percent, number, money } = useFormat()
  const { usage, costMicros, retrievalMs, modelMs, totalMs } = trace
  const ms = (value: number) => t('playground.ms', { ms: number(value) })
  const cents = costMicros / MICROS_PER_CENT
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4">
      <Figure label={t('playground.confidence')}>{percent(trace.confidence)}</Figure>
      <Figure label={t('playground.threshold')}>{percent(trace.threshold)}</Figure>
      <Figure label={t('playground.retrieval')}>{percent(trace.retrievalScore)}</Figure>
      <Figure label={t('playground.cost')}>
        {costMicros > 0 && cents < 1
          ? `USD ${(cents / 100).toFixed(4)}`
          : money(Math.round(cents), 'USD')}
      </Figure>
      <Figure label={t('playground.time')}>
        {ms(totalMs)}
        <span className="block text-small text-faint">
          {t('playground.timeParts', { search: ms(retrievalMs), model: ms(modelMs) })}
        </span>
      </Figure>
      <Figure label={t('playground.tokens')}>
        {[usage.input + usage.cacheWrite, usage.cacheRead, usage.output].map(number).join(' / ')}
      </Figure>
    </dl>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-faint">{label}</dt>
      <dd className="font-medium tabular-nums">{children}</dd>
    </div>
  )
}
