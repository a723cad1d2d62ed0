import { z } from 'zod'
import { putFile } from '#app/domain/files/store.server.ts'
import type { FitsStorage } from '#app/domain/files/store.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import {
  buttonKinds,
  checkContent,
  headerKinds,
  TEMPLATE_LANGUAGE,
  TEMPLATE_NAME,
  templateCategories,
} from '#app/domain/templates/content.ts'
import type { HeaderKind, TemplateContent } from '#app/domain/templates/content.ts'
import { addTemplate, changeTemplate } from '#app/domain/templates/save.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { TemplateFormResult } from '#app/ui/templates/template-page.tsx'
import { textFields } from './read-form.server.ts'
import { bytesOf } from './uploaded-file.server.ts'

const MB = 1024 * 1024
const ROWS_MAX = 10
/** What the vendor takes above the words. */
const HEADER_FILES: Partial<Record<HeaderKind, { types: string[]; bytesMax: number }>> = {
  IMAGE: { types: ['image/jpeg', 'image/png'], bytesMax: 5 * MB },
  VIDEO: { types: ['video/mp4', 'video/3gpp'], bytesMax: 16 * MB },
  DOCUMENT: { types: ['application/pdf'], bytesMax: 100 * MB },
}

const text = z.string().max(5_000).catch('')
const fieldsOf = z.object({
  endpointId: z.coerce.number().int().positive().catch(0),
  ...{
    name: text,
    language: text,
    headerText: text,
    headerExample: text,
    body: text,
    footer: text,
  },
  category: z.enum(templateCategories).catch('UTILITY'),
  header: z.enum(headerKinds).catch('NONE'),
})

type Known = { id: number; headerFileId: number | null }
type Saved = { ok: true; id: number } | { ok: false; result: TemplateFormResult }

/** Reads the form of a template, keeps its file and has it sent to the vendor's review. */
export async function saveTemplateForm(
  db: TenantDb,
  member: SignedInMember,
  { form, known, fits }: { form: FormData; known?: Known; fits: FitsStorage },
): Promise<Saved> {
  const typed = textFields(form)
  const fields = fieldsOf.parse(typed)
  const content = toContent(fields, typed)
  const errors: Record<string, string> = checkContent(content)
  if (!known && !TEMPLATE_NAME.test(fields.name)) errors['name'] = 'template_name'
  if (!known && !TEMPLATE_LANGUAGE.test(fields.language)) errors['language'] = 'template_language'
  const file = await keepHeaderFile(db, member, { form, header: content.header, known, fits })
  if (!file.ok) errors['headerFile'] = file.reason
  const refuse = (more: Record<string, string> = {}): Saved => ({
    ok: false,
    result: { errors: { ...errors, ...more }, values: typed, content },
  })
  if (Object.keys(errors).length > 0 || !file.ok) return refuse()
  const { headerFileId } = file
  const saved = known
    ? changeTemplate(db, member, known.id, { content, headerFileId })
    : addTemplate(db, member, { ...fields, content, headerFileId })
  if (saved.ok) return saved
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuse({ [saved.reason === 'template_taken' ? 'name' : '']: saved.reason })
}

function toContent(
  fields: z.infer<typeof fieldsOf>,
  typed: Record<string, string>,
): TemplateContent {
  const rows = Array.from({ length: ROWS_MAX }, (_, index) => index)
  const { category, header, headerText, headerExample, footer } = fields
  return {
    ...{ category, header, headerText, headerExample, footer },
    body: fields.body.replace(/\r\n/g, '\n'),
    examples: rows.map((index) => (typed[`examples.${index}`] ?? '').trim()),
    buttons: rows.flatMap((index) => {
      const kind = buttonKinds.find((one) => one === typed[`buttonKind.${index}`])
      const [label = '', value = ''] = [typed[`buttonText.${index}`], typed[`buttonValue.${index}`]]
      return kind ? [{ kind, text: label, value: value.trim() }] : []
    }),
  }
}

/** A new file, or the one the template shows already; none where the header has no file. */
async function keepHeaderFile(
  db: TenantDb,
  member: SignedInMember,
  about: { form: FormData; header: HeaderKind; known: Known | undefined; fits: FitsStorage },
): Promise<{ ok: true; headerFileId: number | null } | { ok: false; reason: string }> {
  const rules = HEADER_FILES[about.header]
  if (!rules) return { ok: true, headerFileId: null }
  const given = about.form.get('headerFile')
  if (!(given instanceof File) || given.size === 0) {
    const headerFileId = about.known?.headerFileId ?? null
    return headerFileId === null
      ? { ok: false, reason: 'file_required' }
      : { ok: true, headerFileId }
  }
  if (given.size > rules.bytesMax) return { ok: false, reason: 'template_file_large' }
  const put = await putFile(db, {
    ...{ name: given.name, bytes: await bytesOf(given), purpose: 'message' },
    ...{ memberId: member.id, fits: about.fits },
  })
  if (!put.ok) return { ok: false, reason: toFileError(put.reason) }
  if (!rules.types.includes(put.mimeType)) return { ok: false, reason: 'template_file_type' }
  return { ok: true, headerFileId: put.fileId }
}

function toFileError(reason: string): string {
  return reason === 'file_empty' || reason === 'limit_storageMb' ? reason : 'template_file_type'
}
