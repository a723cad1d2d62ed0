import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { ActionForm } from './action-form.tsx'

/**
 * A closed conversation takes notes, and messages again once it is reopened.
 *
 * @param props.asksFirst the button in the head asks what becomes of the sale
 */
export function ReopenBar({ id, asksFirst }: { id: number; asksFirst: boolean }) {
  const t = useT()
  return (
    <div className="mb-2 flex items-center justify-between gap-3 rounded-md bg-sunken px-3 py-2">
      <p className="text-soft">{t('inbox.closedComposer')}</p>
      {!asksFirst && (
        <ActionForm action={`/conversations/${id}/reopening`}>
          <Button type="submit" size="small">
            {t('inbox.reopen')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}
