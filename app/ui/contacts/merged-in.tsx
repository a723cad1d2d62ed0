import { Form } from '@remix-run/react'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'

export type ShownMerge = {
  id: number
  /** what the address of the undo begins with */
  of: 'contact' | 'conversation'
  name: string
  byName: string | null
  at: number
  undoUntil: number
}

/** Who and what was merged into this contact, each with its way back while there is one. */
export function MergedIn({ merges }: { merges: ShownMerge[] }) {
  const t = useT()
  const { day } = useFormat()
  return (
    <Card title={t('duplicates.mergedTitle')}>
      <ul className="flex flex-col gap-4">
        {merges.map((merge) => (
          <li key={merge.of + merge.id} className="flex flex-col gap-2">
            <span>
              <span className="font-medium">
                {merge.of === 'contact'
                  ? merge.name || t('contacts.unnamed')
                  : t('duplicates.conversationTitle')}
              </span>
              <span className="block text-small text-faint">
                {merge.byName ?? t('duplicates.automatic')} · <Time at={merge.at} />
              </span>
            </span>
            <Form
              method="post"
              action={`/${merge.of}s/merges/${merge.id}/undo`}
              className="flex items-center justify-between gap-3"
            >
              <span className="text-small text-faint">
                {t('duplicates.undoUntil', { date: day(merge.undoUntil) })}
              </span>
              <SubmitButton variant="secondary" size="small">
                {t('duplicates.undo')}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
