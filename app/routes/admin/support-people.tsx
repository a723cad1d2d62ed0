import { Form } from '@remix-run/react'
import type { Supporter } from '#app/platform/companies/supporters.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

/** Which people of support look after the company; they see no company that is not theirs. */
export function SupportPeople({ companyId, people }: { companyId: string; people: Supporter[] }) {
  const t = useT()
  const action = `/admin/companies/${companyId}/support`
  return (
    <Card title={t('admin.support')} description={t('admin.supportLead')}>
      {people.length === 0 ? (
        <p className="text-soft">{t('admin.supportNobody')}</p>
      ) : (
        <Form method="post" action={action} className="flex flex-col items-start gap-3">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {people.map(({ id, name, isGiven }) => (
              <li key={id}>
                <label className="inline-flex items-center gap-2 py-1">
                  <input
                    type="checkbox"
                    name="user"
                    value={id}
                    defaultChecked={isGiven}
                    className="size-4 accent-(--accent)"
                  />
                  {name}
                </label>
              </li>
            ))}
          </ul>
          <SubmitButton variant="secondary" action={action}>
            {t('common.save')}
          </SubmitButton>
        </Form>
      )}
    </Card>
  )
}
