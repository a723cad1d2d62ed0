import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { ActionForm } from './action-form.tsx'

/** A closed conversation takes notes, and messages again once it is reopened. */
export function ReopenBar({ id }: { id: number }) {
  const t = useT()
  return (
    <div className="mb-2 flex items-center justify-between gap-3 rounded-md bg-sunken px-3 py-2">
      <p className="text-soft">{t('inbox.closedComposer')}</p>
      <ActionForm action={`/conversations/${id}/reopening`}>
        <Button type="submit" size="small">
          {t('inbox.reopen')}
        </Button>
      </ActionForm>
    </div>
  )
}
