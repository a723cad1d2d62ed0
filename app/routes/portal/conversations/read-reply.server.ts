import { z } from 'zod'
import { filterCannedFiles } from '#app/domain/canned-responses/list.server.ts'
import type { TemplateUse } from '#app/domain/conversations/outbound.ts'
import { listTemplates } from '#app/domain/endpoints/templates.server.ts'
import { filterOwnUploads } from '#app/domain/files/own-uploads.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import type { FitsStorage } from '#app/domain/files/store.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const FILES_MAX = 10
const TEXT_LENGTH_MAX = 20_000

const replyForm = z.object({
  text: z.string().max(TEXT_LENGTH_MAX).default(''),
  sendKey: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
  replyToId: z.coerce.number().int().positive().optional(),
  seenId: z.coerce.number().int().positive().optional().catch(undefined),
  confirmedId: z.coerce.number().int().positive().optional().catch(undefined),
  templateId: z.coerce.number().int().positive().optional(),
  cannedFileIds: z.array(z.coerce.number().int().positive()).max(FILES_MAX),
  uploadIds: z.array(z.coerce.number().int().positive()).max(FILES_MAX),
  variables: z.array(z.string().max(1_024)).max(50),
  headerVariables: z.array(z.string().max(60)).max(10),
})

export type ReplyForm = z.infer<typeof replyForm> & { files: File[] }

/** Reads the composer's form. @returns undefined when it is not one of ours */
export function parseReplyForm(form: FormData): ReplyForm | undefined {
  const parsed = replyForm.safeParse({
    text: form.get('text') ?? undefined,
    sendKey: form.get('sendKey') ?? undefined,
    replyToId: form.get('replyToId') || undefined,
    seenId: form.get('seenId') || undefined,
    confirmedId: form.get('confirmedId') || undefined,
    templateId: form.get('templateId') || undefined,
    cannedFileIds: form.getAll('cannedFileId'),
    uploadIds: form.getAll('uploadId'),
    variables: form.getAll('variable'),
    headerVariables: form.getAll('headerVariable'),
  })
  if (!parsed.success) return undefined
  const files = form.getAll('files').filter((entry) => typeof entry === 'object' && entry.size > 0)
  // A form's line breaks are CRLF; what was typed has none.
  const text = parsed.data.text.replace(/\r\n/g, '\n')
  return { ...parsed.data, text, files: files as File[] }
}

/** Keeps the files of a form, after those of ready-made answers and those uploaded before. @returns ids, or why one was refused */
export async function keepFiles(
  db: TenantDb,
  member: Actor,
  form: Pick<ReplyForm, 'files' | 'cannedFileIds' | 'uploadIds'> & { fits: FitsStorage },
): Promise<{ ok: true; fileIds: number[] } | { ok: false; reason: string }> {
  const { files, cannedFileIds, uploadIds, fits } = form
  if (files.length + cannedFileIds.length + uploadIds.length > FILES_MAX)
    return { ok: false, reason: 'too_many_files' }
  const uploads = filterOwnUploads(db, member, uploadIds)
  // Left lying for a day, or somebody else's: the member attaches it once more.
  if (uploads.length < uploadIds.length) return { ok: false, reason: 'upload_gone' }
  const fileIds = [...filterCannedFiles(db, member, cannedFileIds), ...uploads]
  for (const file of files) {
    const bytes = Buffer.from(await file.arrayBuffer())
    const kept = await putFile(db, {
      name: file.name,
      bytes,
      purpose: 'message',
      ...{ memberId: member.id, fits },
    })
    if (!kept.ok) return kept
    fileIds.push(kept.fileId)
  }
  return { ok: true, fileIds }
}

/** The chosen template with its values. @returns undefined when it is none of this endpoint's */
export function toTemplateUse(
  db: TenantDb,
  endpointId: number,
  form: ReplyForm,
): TemplateUse | undefined {
  const chosen = listTemplates(db, endpointId).find((one) => one.id === form.templateId)
  if (!chosen) return undefined
  const { name, language, bodyVariables } = chosen
  const isNamed = bodyVariables.some((variable) => !/^\d+$/.test(variable))
  return {
    ...{ name, language, headerVariables: form.headerVariables },
    variables: isNamed
      ? Object.fromEntries(bodyVariables.map((key, index) => [key, form.variables[index] ?? '']))
      : form.variables,
  }
}
