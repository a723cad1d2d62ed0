import { Form, Link, useSearchParams } from '@remix-run/react'
import { Bookmark, Trash2, Users } from 'lucide-react'
import type { SavedView } from '#app/domain/conversations/shown.ts'
import { Badge } from '../badge.tsx'
import { Button, LinkButton } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Field } from '../field.tsx'
import { useFormResult } from '../form-state.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { SearchField } from '../search-field.tsx'
import { EmptyState } from '../states.tsx'
import { ShareBox } from './share-box.tsx'

/** A person's saved views and the shared ones: rename, share, delete. */
export function ViewsPage(props: { views: SavedView[]; search: string; canShare: boolean }) {
  const { views, search, canShare } = props
  const t = useT()
  const errorText = useErrorText()
  const problem = useSearchParams()[0].get('problem')
  const { errors, values } = useFormResult()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('views.title')}
        description={t('views.lead')}
        back={{ to: '/conversations', label: t('views.toInbox') }}
      />
      {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
      {errors && <NewView query={values?.['query'] ?? ''} canShare={canShare} />}
      {(views.length > 5 || search) && (
        <SearchField label={t('views.search')} defaultValue={search} action="/views" />
      )}
      {views.length === 0 ? (
        <EmptyState
          icon={<Bookmark />}
          title={search ? t('common.noResults', { query: search }) : t('views.emptyTitle')}
          action={<LinkButton to="/conversations">{t('views.toInbox')}</LinkButton>}
        >
          {t('views.emptyLead')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {views.map((view) => (
            <ViewItem key={view.id} view={view} canShare={canShare} />
          ))}
        </ul>
      )}
    </Page>
  )
}

/** A view that was refused comes back here, with what was typed. */
function NewView({ query, canShare }: { query: string; canShare: boolean }) {
  const t = useT()
  return (
    <Form method="post" action="/views" className="flex flex-col gap-3 rounded-lg border p-4">
      <input type="hidden" name="query" value={query} />
      <Field name="name" label={t('views.name')}>
        <Input maxLength={60} />
      </Field>
      {canShare && <ShareBox isOn={false} />}
      <Button type="submit" variant="primary" className="self-start">
        {t('views.save')}
      </Button>
    </Form>
  )
}

function ViewItem({ view, canShare }: { view: SavedView; canShare: boolean }) {
  const t = useT()
  const canChange = view.isOwn || (view.isShared && canShare)
  return (
    <li className="rounded-lg border bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Link
          to={`/conversations${view.query}`}
          className="font-medium text-accent hover:underline"
        >
          {view.name}
        </Link>
        <Badge icon={view.isShared && <Users className="size-3" aria-hidden />}>
          {view.isShared ? t('views.sharedBy', { name: view.ownerName }) : t('views.private')}
        </Badge>
      </div>
      {canChange && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Form
            method="post"
            action={`/views/${view.id}`}
            className="flex flex-1 flex-wrap items-center gap-3"
          >
            <input
              name="name"
              aria-label={t('views.name')}
              defaultValue={view.name}
              maxLength={60}
              required
              className="control min-w-40 flex-1"
            />
            {canShare && <ShareBox isOn={view.isShared} />}
            <Button type="submit" size="small">
              {t('common.save')}
            </Button>
          </Form>
          <ConfirmDialog
            id={`delete-${view.id}`}
            trigger={<Trash2 className="size-4" aria-hidden />}
            triggerLabel={`${t('views.delete')}: ${view.name}`}
            triggerLook={{ variant: 'quiet', size: 'small' }}
            title={t('views.deleteTitle', { name: view.name })}
            action={`/views/${view.id}/deletion`}
            confirmLabel={t('views.delete')}
          >
            {t(view.isShared ? 'views.deleteShared' : 'views.deleteOwn')}
          </ConfirmDialog>
        </div>
      )}
    </li>
  )
}
