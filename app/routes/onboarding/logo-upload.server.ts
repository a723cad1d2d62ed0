import { checkFile } from '#app/domain/files/store.server.ts'
import type { Logo } from '#app/platform/onboarding/logo.server.ts'
import { refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { bytesOf, findUpload, toImageError } from '#app/routes/uploaded-file.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'

export const LOGO_MAX = '2 MB'

type ReadLogo = { ok: true; logo: Logo | null | undefined } | { ok: false; result: FormResult }

/** @returns the logo of a form; null when it is to go, undefined when it stays as it is */
export async function readLogo(form: FormData): Promise<ReadLogo> {
  const upload = findUpload(form, 'logo')
  if (!upload) return { ok: true, logo: form.has('removeLogo') ? null : undefined }
  const { name } = upload
  const bytes = await bytesOf(upload)
  const checked = await checkFile({ name, bytes, purpose: 'logo' })
  if (checked.ok) return { ok: true, logo: { name, bytes, mimeType: checked.mimeType } }
  return refuseForm(textFields(form), { logo: toImageError(checked.reason, LOGO_MAX) })
}
