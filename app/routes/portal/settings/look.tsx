import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveLook } from '#app/domain/company/settings.server.ts'
import { putFile, removeFile } from '#app/domain/files/store.server.ts'
import { checkbox } from '#app/routes/form-fields.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { bytesOf, findUpload, toImageError } from '#app/routes/uploaded-file.server.ts'
import { parseHex } from '#app/ui/color.ts'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { LookFields } from '#app/ui/settings/look-fields.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

const LOGO_MAX = '2 MB'

const lookForm = z.object({
  accentColor: z
    .string()
    .transform((text) => parseHex(text) ?? '')
    .refine((hex) => hex !== '', 'invalid_color'),
  removeLogo: checkbox,
})

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  const { name, accentColor, logoFileId } = getCompany(db)
  const logoUrl = logoFileId ? `/logo?v=${logoFileId}` : undefined
  const title = pageTitle(args, 'settings.look')
  return { title, frame: toSettingsFrame(member, request), name, accentColor, logoUrl }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'settings.write')
  const form = await readFormData(request)
  const read = parseForm(form, lookForm)
  if (!read.ok) return read.result
  const { accentColor, removeLogo } = read.values
  let logoFileId: number | null | undefined = removeLogo ? null : undefined
  const upload = findUpload(form, 'logo')
  if (upload) {
    const file = { name: upload.name, bytes: await bytesOf(upload) }
    const fits = billing.fitsStorage(db)
    const put = await putFile(db, { ...file, purpose: 'logo', memberId: member.id, fits })
    if (!put.ok)
      return refuseForm(textFields(form), { logo: toImageError(put.reason, LOGO_MAX) }).result
    logoFileId = put.fileId
  }
  const replacedId = saveLook(db, member, { accentColor, logoFileId })
  if (replacedId) await removeFile(db, replacedId)
  return redirect('/settings/look?saved')
}

export default function LookSettings() {
  const t = useT()
  const { frame, name, accentColor, logoUrl } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="look" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form
          method="post"
          action="/settings/look"
          encType="multipart/form-data"
          className="flex flex-col gap-6"
          noValidate
        >
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <Section title={t('settings.lookTitle')} description={t('settings.lookLead')}>
              <LookFields company={name} accentColor={accentColor} logoUrl={logoUrl} />
            </Section>
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}
