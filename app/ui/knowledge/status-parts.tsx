import type { ReactNode } from 'react'
import { Form, Link } from '@remix-run/react'
import { Badge } from '../badge.tsx'
import { Button, LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { SourceLink } from './source-link.tsx'
import type { SourceKind } from './source-link.tsx'

export type CoverageRow = {
  question: string
  isAnswered: boolean
  sourceKind: SourceKind | null
  sourceId: number | null
  title: string | null
}
export type ConflictRow = {
  id: number
  kind: 'price' | 'time' | 'share' | 'amount'
  leftKind: SourceKind
  leftId: number
  leftTitle: string
  leftText: string
  rightKind: SourceKind
  rightId: number
  rightTitle: string
  rightText: string
}
export type GapRow = { id: number; question: string; askedAt: number }
export type StaleRow = {
  id: number
  name: string
  updatedAt: number
  lastUsedAt: number
}

/** Whether the trade's standard questions find a passage. */
export function Coverage({ rows, mayWrite }: { rows: CoverageRow[]; mayWrite: boolean }) {
  const t = useT()
  const count = rows.filter(({ isAnswered }) => isAnswered).length
  return (
    <List
      title={t('knowing.coverage', { count, total: rows.length })}
      empty={t('knowing.coverageNone')}
    >
      {rows.map(({ question, isAnswered, sourceKind, sourceId, title }) => (
        <Row key={question} actions={!isAnswered && mayWrite && <AddFaq question={question} />}>
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={isAnswered ? 'good' : 'bad'}>
              {t(isAnswered ? 'knowing.answered' : 'knowing.unanswered')}
            </Badge>
            <span className="font-medium">{question}</span>
          </span>
          {isAnswered && sourceKind && sourceId && (
            <SourceLink kind={sourceKind} id={sourceId} title={title ?? ''} />
          )}
        </Row>
      ))}
    </List>
  )
}

/** What two sources state differently, side by side. */
export function Conflicts({ rows, mayWrite }: { rows: ConflictRow[]; mayWrite: boolean }) {
  const t = useT()
  return (
    <List title={t('knowing.conflicts')} empty={t('knowing.conflictsNone')}>
      {rows.map((row) => (
        <Row
          key={row.id}
          actions={
            mayWrite && (
              <Close action={`/knowledge/conflicts/${row.id}/settlement`} label="knowing.fine" />
            )
          }
        >
          <span>
            <Badge tone="warn">{t(`knowing.kind_${row.kind}`)}</Badge>
          </span>
          <span className="grid gap-3 sm:grid-cols-2">
            <Side kind={row.leftKind} id={row.leftId} title={row.leftTitle} text={row.leftText} />
            <Side
              kind={row.rightKind}
              id={row.rightId}
              title={row.rightTitle}
              text={row.rightText}
            />
          </span>
        </Row>
      ))}
    </List>
  )
}

function Side(props: { kind: SourceKind; id: number; title: string; text: string }) {
  return (
    <span className="flex min-w-0 flex-col gap-1 rounded-md border p-3">
      <SourceLink kind={props.kind} id={props.id} title={props.title} />
      <span dir="auto" className="break-words text-soft">
        {props.text}
      </span>
    </span>
  )
}

/** Questions that found nothing, from conversations and from the playground. */
export function Gaps(props: {
  gaps: (GapRow & { conversationId: number })[]
  tried: GapRow[]
  mayWrite: boolean
}) {
  const t = useT()
  const { gaps, tried, mayWrite } = props
  const act = (question: string, action: string) =>
    mayWrite && (
      <>
        <AddFaq question={question} />
        <Close action={action} label="knowing.notNeeded" />
      </>
    )
  return (
    <List title={t('knowing.gaps')} empty={t('knowing.gapsNone')}>
      {gaps.map(({ id, question, askedAt, conversationId }) => (
        <Row key={`a${id}`} actions={act(question, `/knowledge/gaps/${id}/closure`)}>
          <span dir="auto" className="font-medium break-words">
            {question}
          </span>
          <span className="text-small text-faint">
            <Link to={`/conversations/${conversationId}`} className="underline">
              {t('knowing.conversation')}
            </Link>{' '}
            · <Time at={askedAt} />
          </span>
        </Row>
      ))}
      {tried.map(({ id, question, askedAt }) => (
        <Row key={`t${id}`} actions={act(question, `/knowledge/tried-gaps/${id}/closure`)}>
          <span dir="auto" className="font-medium break-words">
            {question}
          </span>
          <span className="text-small text-faint">
            {t('playground.title')} · <Time at={askedAt} />
          </span>
        </Row>
      ))}
    </List>
  )
}

/** Sources that answers still rest on and that nobody renewed for long. */
export function Stale({ rows }: { rows: StaleRow[] }) {
  const t = useT()
  return (
    <List title={t('knowing.stale')} empty={t('knowing.staleNone')}>
      {rows.map(({ id, name, updatedAt, lastUsedAt }) => (
        <Row key={id}>
          <SourceLink kind="document" id={id} title={name} />
          <span className="text-small text-faint">
            {t('knowledge.changed')} <Time at={updatedAt} /> · {t('training.lastUsed')}{' '}
            <Time at={lastUsedAt} />
          </span>
        </Row>
      ))}
    </List>
  )
}

function List({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  const isEmpty = children.flat().length === 0
  return (
    <Card flush title={title}>
      {isEmpty ? (
        <p className="border-t px-4 py-6 text-soft">{empty}</p>
      ) : (
        <ul className="divide-y border-t">{children}</ul>
      )}
    </Card>
  )
}

function Row({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 px-4 py-3">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1.5">{children}</div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </li>
  )
}

function AddFaq({ question }: { question: string }) {
  const t = useT()
  const query = new URLSearchParams({ question })
  return (
    <LinkButton size="small" to={`/knowledge/faqs/new?${query.toString()}`}>
      {t('knowing.addFaq')}
    </LinkButton>
  )
}

function Close({ action, label }: { action: string; label: 'knowing.fine' | 'knowing.notNeeded' }) {
  const t = useT()
  return (
    <Form method="post" action={action}>
      <Button size="small" variant="quiet" type="submit">
        {t(label)}
      </Button>
    </Form>
  )
}
