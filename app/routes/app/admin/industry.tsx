import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guideOf } from '#app/industries/guides.ts'
import { OBJECTIONS_MAX } from '#app/industries/texts.ts'
import { findIndustryTexts, saveIndustryTexts } from '#app/platform/industries/texts.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { IndustryFields } from '#app/routes/admin/industry-fields.tsx'
import { parseIndustryTexts } from '#app/routes/admin/industry-form.server.ts'
import { requireIndustry } from '#app/routes/admin/industry.server.ts'
import { StarterCard } from '#app/routes/admin/starter-card.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const notes = { saved: 'industries.saved', restored: 'industries.restored' } as const
const noteNames = Object.keys(notes) as (keyof typeof notes)[]

/** @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'plans.write')
  const industry = requireIndustry(args.params['industry'])
  const { faqs, products, questions } = guideOf(industry)
  const note = new URL(args.request.url).searchParams.get('note')
  return {
    title: pageTitle(args, 'industries.title'),
    industry,
    ...findIndustryTexts(platform, industry),
    starter: { faqs, products, questions },
    objectionsMax: OBJECTIONS_MAX,
    note: noteNames.find((one) => one === note),
  }
}

/** Changes what assistants of a trade are told. @throws Response 404 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const industry = requireIndustry(params['industry'])
  const parsed = parseIndustryTexts(await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  saveIndustryTexts(platform, user, { industry, texts: parsed.values, at: Date.now() })
  return redirect(`/admin/industries/${industry}?note=saved`, 303)
}

export default function IndustryPage() {
  const { industry, texts, change, starter, note, objectionsMax } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  const name = t(`auth.industry_${industry}`)
  const at = `/admin/industries/${industry}`
  return (
    <Page>
      <PageHeader
        title={name}
        description={
          change?.byName
            ? `${t('industries.editLead')} ${t('industries.changedBy', { name: change.byName })}`
            : t('industries.editLead')
        }
        back={{ to: '/admin/industries', label: t('industries.title') }}
        actions={
          change && (
            <ConfirmDialog
              id="restore"
              trigger={t('industries.restore')}
              title={t('industries.restoreTitle', { name })}
              action={`${at}/restoration`}
              confirmLabel={t('industries.restore')}
            >
              {t('industries.restoreLead')}
            </ConfirmDialog>
          )
        }
      />
      {note && !result && (
        <div role="status">
          <Notice tone="good">{t(notes[note])}</Notice>
        </div>
      )}
      <IndustryFields
        // The fields keep what was typed; after saving they begin anew.
        key={JSON.stringify(texts)}
        texts={texts}
        objectionsMax={objectionsMax}
        action={at}
        result={result}
      />
      <StarterCard {...starter} />
    </Page>
  )
}
