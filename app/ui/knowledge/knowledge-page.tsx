import type { ReactNode } from 'react'
import { Form } from '@remix-run/react'
import { AudioLines, ClipboardCheck, Download, FlaskConical, Plus, Upload } from 'lucide-react'
import { Button, LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Pagination } from '../pagination.tsx'
import { SearchField } from '../search-field.tsx'
import { EmptyState } from '../states.tsx'
import { Tabs } from '../tabs.tsx'
import { kinds } from './kinds.ts'
import type { KnowledgeKind } from './kinds.ts'
import { StatusLine } from './status-line.tsx'
import type { Status } from './status-line.tsx'

const noteTexts = {
  saved: 'knowledge.noteSaved',
  deleted: 'knowledge.noteDeleted',
  imported: 'knowledge.noteImported',
  taken: 'teaching.noteTaken',
  reading: 'teaching.noteReading',
  restored: 'teaching.noteRestored',
  changed: 'training.noteChanged',
} as const

export type Frame = {
  status: Status
  mayWrite: boolean
  note: { kind: keyof typeof noteTexts; count: number } | undefined
  search: string
  isFirst: boolean
}

/** A list of one kind of knowledge: search, rows, pages, and what to do when there are none. */
export function KnowledgePage(props: {
  kind: KnowledgeKind
  frame: Frame
  isEmpty: boolean
  nextCursor: string | null
  /** other parts of the address, kept while one searches and leafs */
  kept?: Record<string, string>
  filters?: ReactNode
  children: ReactNode
}) {
  const { kind, frame, isEmpty, nextCursor, kept = {}, children } = props
  const t = useT()
  const { to, search } = kinds[kind]
  const pageAt = (after?: string) => {
    const query = new URLSearchParams(kept)
    if (frame.search) query.set('q', frame.search)
    if (after) query.set('after', after)
    return query.size > 0 ? `${to}?${query.toString()}` : to
  }
  return (
    <Page width="wide">
      <PageHeader
        title={t('knowledge.title')}
        description={t('knowledge.lead')}
        actions={frame.mayWrite && <Actions kind={kind} />}
      />
      <Note note={frame.note} />
      <StatusLine status={frame.status} />
      <KnowledgeTabs kind={kind} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-full sm:w-72">
          <SearchField
            key={kind}
            label={t(search)}
            defaultValue={frame.search}
            action={to}
            keep={kept}
          />
        </div>
        {props.filters}
      </div>
      <Card flush>
        {isEmpty ? (
          <Empty kind={kind} frame={frame} isFiltered={Object.keys(kept).length > 0} />
        ) : (
          children
        )}
        <Pagination
          previousTo={frame.isFirst ? undefined : pageAt()}
          nextTo={nextCursor ? pageAt(nextCursor) : undefined}
        />
      </Card>
    </Page>
  )
}

function KnowledgeTabs({ kind }: { kind: KnowledgeKind }) {
  const t = useT()
  const tabs = Object.entries(kinds).map(([name, { to, label }]) => ({
    ...{ to, label: t(label), active: name === kind },
  }))
  return <Tabs label={t('knowledge.tabs')} tabs={tabs} />
}

function Actions({ kind }: { kind: KnowledgeKind }) {
  const t = useT()
  const { to, add } = kinds[kind]
  return (
    <>
      <LinkButton to="/knowledge/status" icon={<ClipboardCheck className="size-4" aria-hidden />}>
        {t('knowing.open')}
      </LinkButton>
      <LinkButton to="/knowledge/voice" icon={<AudioLines className="size-4" aria-hidden />}>
        {t('voice.open')}
      </LinkButton>
      <LinkButton to="/knowledge/playground" icon={<FlaskConical className="size-4" aria-hidden />}>
        {t('playground.title')}
      </LinkButton>
      {(kind === 'faq' || kind === 'product') && (
        <LinkButton
          to={`/knowledge/import?kind=${kind}`}
          icon={<Upload className="size-4" aria-hidden />}
        >
          {t('knowledge.import')}
        </LinkButton>
      )}
      {kind === 'faq' && (
        <Form method="post" action="/knowledge/faqs/export" reloadDocument>
          <Button type="submit" icon={<Download className="size-4" aria-hidden />}>
            {t('training.export')}
          </Button>
        </Form>
      )}
      <AddButton to={to} label={t(add)} />
    </>
  )
}

function AddButton({ to, label }: { to: string; label: string }) {
  return (
    <LinkButton
      to={`${to === '/knowledge' ? '/knowledge/faqs' : to}/new`}
      variant="primary"
      icon={<Plus className="size-4" aria-hidden />}
    >
      {label}
    </LinkButton>
  )
}

function Empty(props: { kind: KnowledgeKind; frame: Frame; isFiltered: boolean }) {
  const { kind, frame, isFiltered } = props
  const t = useT()
  const { icon: Icon, empty, emptyLead } = kinds[kind]
  if (frame.search || isFiltered) {
    return (
      <EmptyState title={t('common.noResults', { query: frame.search })}>
        {t('common.noResultsHelp')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<Icon aria-hidden />} title={t(empty)}>
      {t(emptyLead)}
    </EmptyState>
  )
}

export function Note({ note }: { note: Frame['note'] }) {
  const t = useT()
  if (!note) return null
  return (
    <div role="status">
      <Notice tone="good">{t(noteTexts[note.kind], { count: note.count })}</Notice>
    </div>
  )
}
