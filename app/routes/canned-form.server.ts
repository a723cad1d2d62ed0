import { z } from 'zod'
import { saveCanned } from '#app/domain/canned-responses/save.server.ts'
import type { SaveCannedResult } from '#app/domain/canned-responses/save.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import type { FitsStorage } from '#app/domain/files/store.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { orNull, requiredText } from './form-fields.ts'
import { parseForm, readFormData, refuseForm, textFields } from './read-form.server.ts'
import { bytesOf } from './uploaded-file.server.ts'

const TEXT_MAX = 4_000

const cannedForm = z.object({
  shortcut: requiredText(40)
    .transform((text) => text.replace(/^\//, ''))
    .pipe(z.string().regex(/^[\p{L}\p{N}_-]+$/u, 'invalid_shortcut')),
  title: requiredText(80),
  text: requiredText(TEXT_MAX),
  departmentId: orNull(z.coerce.number('invalid').int().positive()),
})

const fieldOf = {
  shortcut_taken: 'shortcut',
  department_not_found: 'departmentId',
  too_many_files: 'files',
} as const

/** Reads the form of a canned response and saves it. @returns what to show again, if refused */
export async function saveCannedForm(
  db: TenantDb,
  member: SignedInMember,
  place: { request: Request; id?: number; fits: FitsStorage },
): Promise<{ ok: true } | { ok: false; result: FormResult }> {
  const form = await readFormData(place.request)
  const read = parseForm(form, cannedForm)
  if (!read.ok) return read
  const uploads = form
    .getAll('files')
    .filter((entry): entry is File => entry instanceof File && entry.size > 0)
  const fileIds: number[] = []
  for (const upload of uploads) {
    const file = { name: upload.name, bytes: await bytesOf(upload), purpose: 'message' as const }
    const put = await putFile(db, { ...file, memberId: member.id, fits: place.fits })
    if (!put.ok) return refuseForm(textFields(form), { files: put.reason })
    fileIds.push(put.fileId)
  }
  const removedFileIds = form.getAll('removedFileId').map(Number)
  const saved = saveCanned(db, member, { ...read.values, id: place.id, fileIds, removedFileIds })
  if (saved.ok) return { ok: true }
  return refuseForm(textFields(form), toErrors(saved))
}

/** @throws Response 404 when it is gone */
function toErrors({ reason }: Extract<SaveCannedResult, { ok: false }>) {
  if (reason === 'not_found') throw new Response(null, { status: 404 })
  return { [fieldOf[reason]]: reason }
}
