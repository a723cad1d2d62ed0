import type { ReactNode } from 'react'
import { Form } from '@remix-run/react'
import { Button, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Time } from '../time.tsx'
import { DocumentFile, DocumentText, LongText } from './document-fields.tsx'
import { DocumentPassages } from './document-passages.tsx'
import type { PassageView } from './document-passages.tsx'
import { FailureText, StateBadge } from './document-state.tsx'
import type { DocumentState } from './document-state.tsx'
import { DocumentVersions } from './document-versions.tsx'
import type { VersionView } from './document-versions.tsx'
import { Note } from './knowledge-page.tsx'
import type { Frame } from './knowledge-page.tsx'
import { useReading } from './use-reading.ts'

export type DocumentView = {
  document: DocumentState & {
    id: number
    name: string
    origin: 'written' | 'file' | 'page'
    url: string | null
    fileId: number | null
    fileName: string | null
    pages: number | null
    readingVersion: number | null
    usedCount: number
    lastUsedAt: number | null
  }
  text: string
  isLong: boolean
  length: number
  mayWrite: boolean
  note: Frame['note']
  passages: PassageView[]
  passageCount: number
  part: number
  parts: number
  versions: VersionView[]
}

/** One document: where it stands, what it says, what it contributes, what it was before. */
export function DocumentPage({ view, result }: { view: DocumentView; result?: FormResult }) {
  const { document, mayWrite, passages, passageCount, part, parts, versions } = view
  const t = useT()
  useReading(document.status === 'processing')
  const action = `/knowledge/documents/${document.id}`
  return (
    <Page width="narrow">
      <PageHeader
        title={document.name}
        back={{ to: '/knowledge/documents', label: t('knowledge.documents') }}
        actions={mayWrite && <DeleteButton action={action} view={view} />}
      />
      <Note note={view.note} />
      {document.status === 'failed' && <Failure view={view} />}
      <Facts view={view} />
      {document.origin === 'written' && (
        <TextForm key={document.readingVersion} view={view} action={action} result={result} />
      )}
      {document.origin === 'file' && mayWrite && <ReplaceForm action={action} result={result} />}
      <DocumentPassages {...{ action, passages, count: passageCount, part, parts }} />
      {versions.length > 0 && (
        <DocumentVersions
          {...{ action, versions, mayWrite, current: document.readingVersion ?? 0 }}
        />
      )}
    </Page>
  )
}

function Failure({ view: { document, passageCount } }: { view: DocumentView }) {
  const t = useT()
  return (
    <Notice tone="bad">
      <FailureText reason={document.failureReason} />
      {passageCount > 0 && ` ${t('teaching.oldStays')}`}
    </Notice>
  )
}

function Facts({ view }: { view: DocumentView }) {
  const { document, passageCount, mayWrite } = view
  const t = useT()
  const { number } = useFormat()
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Fact label={t('knowledge.state')}>
          <StateBadge state={document} />
        </Fact>
        <Fact label={t('knowledge.documentPassages')}>{number(passageCount)}</Fact>
        <Fact label={t('teaching.used')}>{number(document.usedCount)}</Fact>
        <Fact label={t('teaching.lastUsed')}>
          {document.lastUsedAt ? <Time at={document.lastUsedAt} /> : t('teaching.never')}
        </Fact>
        <div className="col-span-full">
          <dt className="text-small text-faint">{t('teaching.source')}</dt>
          <dd className="flex flex-wrap items-center justify-between gap-3">
            <Source document={document} />
            {document.origin === 'file' && mayWrite && (
              <Form method="post" action={`/knowledge/documents/${document.id}/reading`}>
                <Button type="submit" size="small">
                  {t('teaching.readAgain')}
                </Button>
              </Form>
            )}
          </dd>
        </div>
      </dl>
    </Card>
  )
}

function Source({ document }: { document: DocumentView['document'] }) {
  const t = useT()
  const { url, fileId, fileName, pages, name } = document
  if (url)
    return (
      <a
        href={url}
        rel="noreferrer"
        target="_blank"
        className="font-medium break-all text-accent-ink underline-offset-2 hover:underline"
      >
        {url}
      </a>
    )
  if (!fileId) return <>{document.origin === 'written' ? t('teaching.sourceWritten') : name}</>
  return (
    <span className="min-w-0 break-words">
      <a
        href={`/files/${fileId}?download`}
        className="font-medium text-accent-ink underline-offset-2 hover:underline"
      >
        {fileName}
      </a>
      {pages !== null && (
        <span className="text-soft"> · {t('teaching.pages', { count: pages })}</span>
      )}
    </span>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-faint">{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}

type FormProps = { action: string; result: FormResult | undefined }

function TextForm({ view, action, result }: FormProps & { view: DocumentView }) {
  const { text, isLong, length, mayWrite } = view
  const t = useT()
  return (
    <Card>
      <FormState result={result}>
        <Form method="post" action={action} encType="multipart/form-data" noValidate>
          <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-5">
            <FormErrorSummary />
            {isLong ? (
              <LongText text={text} length={length} />
            ) : (
              <DocumentText label={t('knowledge.documentText')} text={text} />
            )}
            {mayWrite && !isLong && (
              <div>
                <SubmitButton action={action}>{t('common.save')}</SubmitButton>
              </div>
            )}
          </fieldset>
        </Form>
      </FormState>
    </Card>
  )
}

function ReplaceForm({ action, result }: FormProps) {
  const t = useT()
  return (
    <Card title={t('teaching.replace')} description={t('teaching.replaceLead')}>
      <FormState result={result}>
        <Form
          method="post"
          action={action}
          encType="multipart/form-data"
          noValidate
          className="flex flex-col gap-4"
        >
          <FormErrorSummary />
          <DocumentFile />
          <div>
            <SubmitButton action={action} variant="secondary">
              {t('teaching.replaceStart')}
            </SubmitButton>
          </div>
        </Form>
      </FormState>
    </Card>
  )
}

function DeleteButton({ action, view }: { action: string; view: DocumentView }) {
  const t = useT()
  return (
    <ConfirmDialog
      id="delete"
      trigger={t('common.delete')}
      title={t('knowledge.documentDeleteTitle', { name: view.document.name })}
      action={`${action}/deletion`}
      confirmLabel={t('common.delete')}
    >
      {t('knowledge.documentDeleteLead', { count: view.passageCount })}
    </ConfirmDialog>
  )
}
