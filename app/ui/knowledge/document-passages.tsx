import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Pagination } from '../pagination.tsx'

export type PassageView = { id: number; title: string; text: string; page: number | null }

/** What a source was cut into: the pieces that are found, quoted and cited. */
export function DocumentPassages(props: {
  action: string
  passages: PassageView[]
  count: number
  part: number
  parts: number
}) {
  const { action, passages, part, parts } = props
  const t = useT()
  const partAt = (number: number) => `${action}?part=${number}#passages`
  return (
    <div id="passages">
      <Card flush title={t('teaching.passagesTitle')} description={t('teaching.passagesLead')}>
        {passages.length === 0 && (
          <p className="px-4 py-3 text-soft">{t('teaching.passagesNone')}</p>
        )}
        <ol className="divide-y">
          {passages.map(({ id, title, text, page }) => (
            <li key={id} className="px-4 py-3">
              <h3 className="font-medium break-words" dir="auto">
                {title}
                {page !== null && (
                  <span className="font-normal text-faint"> · {t('teaching.page', { page })}</span>
                )}
              </h3>
              <p dir="auto" className="mt-1 line-clamp-4 break-words whitespace-pre-wrap text-soft">
                {text}
              </p>
            </li>
          ))}
        </ol>
        <Pagination
          previousTo={part > 1 ? partAt(part - 1) : undefined}
          nextTo={part < parts ? partAt(part + 1) : undefined}
        />
      </Card>
    </div>
  )
}
