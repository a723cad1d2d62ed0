import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Copy } from 'lucide-react'
import { z } from 'zod'
import { callDistinct, listDuplicates } from '#app/domain/contacts/duplicates.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

const id = z.coerce.number().int().positive()
const form = z.object({ a: id, b: id })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.merge')
  return { title: pageTitle(args, 'duplicates.title'), pairs: listDuplicates(db, member) }
}

/** Remembers that a pair is two people. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.merge')
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const { a, b } = read.values
  if (!callDistinct(db, member, { aId: a, bId: b })) throw new Response(null, { status: 404 })
  return redirect('/contacts/duplicates')
}

export default function Duplicates() {
  const t = useT()
  const { pairs } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader
        title={t('duplicates.title')}
        description={t('duplicates.lead')}
        back={{ to: '/contacts', label: t('contacts.title') }}
      />
      <Card flush>
        {pairs.length === 0 && (
          <EmptyState icon={<Copy aria-hidden />} title={t('duplicates.empty')}>
            {t('duplicates.emptyLead')}
          </EmptyState>
        )}
        <ul>
          {pairs.map(({ low, high, reason }) => (
            <li
              key={`${low.id}-${high.id}`}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b px-4 py-4 last:border-b-0 sm:px-5"
            >
              <div className="min-w-0">
                <p className="font-medium wrap-anywhere">{nameOf(t, low)}</p>
                <p className="font-medium wrap-anywhere">{nameOf(t, high)}</p>
                <p className="mt-1">
                  <Badge tone="warn">{t(`duplicates.reason.${reason}`)}</Badge>
                </p>
              </div>
              <div className="flex flex-wrap gap-2">
                <LinkButton to={`/contacts/${low.id}/merge?with=${high.id}`} variant="primary">
                  {t('duplicates.compare')}
                </LinkButton>
                <Form method="post" action="/contacts/duplicates">
                  <input type="hidden" name="a" value={low.id} />
                  <input type="hidden" name="b" value={high.id} />
                  <SubmitButton variant="secondary">{t('duplicates.distinct')}</SubmitButton>
                </Form>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}

type Person = { name: string; phone: string | null; email: string | null }

function nameOf(t: ReturnType<typeof useT>, { name, phone, email }: Person): string {
  return [name || t('contacts.unnamed'), phone, email].filter(Boolean).join(' · ')
}
