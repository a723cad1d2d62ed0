import { readFile } from 'node:fs/promises'
import { mediaKindOf } from '#app/domain/files/kinds.ts'
import { openFile } from '#app/domain/files/store.server.ts'
import {
  changeOf,
  findTemplateRow,
  noteDeleted,
  noteRefused,
  noteTaken,
} from '#app/domain/templates/settle.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChannelEnv, OutboundFile, TemplateResult } from './channel.ts'
import { connect } from './connect.server.ts'

/**
 * Job template.submit: the vendor's review begins. What it refuses is shown with the reason; an
 * answer that never came is asked for again, for the vendor knows a template by its name.
 */
export async function submitTemplate(
  db: TenantDb,
  { templateId }: JobPayload<'template.submit'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const row = findTemplateRow(db, templateId)
  const change = row && changeOf(row)
  if (!row || !change || row.changeState !== 'submitting') return undefined
  const connection = connect(db, row.endpointId)
  if (!connection?.channel.submitTemplate) return refuse(db, templateId, 'endpoint_removed')
  const { providerId, name, language } = row
  const headerFile = change.headerFileId === null ? undefined : fileOf(db, change.headerFileId)
  const asked = { providerId, name, language, ...change, headerFile }
  const result = await connection.channel.submitTemplate(asked, connection.endpoint, env)
  if (result.kind === 'done') {
    const { status = 'PENDING', category } = result
    noteTaken(db, templateId, { providerId: result.providerId, status, category })
    return undefined
  }
  return settle(db, templateId, job, result)
}

/** Job template.delete: gone there, then here. */
export async function deleteTemplateLater(
  db: TenantDb,
  { templateId }: JobPayload<'template.delete'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const row = findTemplateRow(db, templateId)
  if (row?.changeState !== 'deleting') return undefined
  const connection = connect(db, row.endpointId)
  if (!connection?.channel.deleteTemplate || row.providerId === null) {
    noteDeleted(db, templateId)
    return undefined
  }
  const { name, providerId } = row
  const result = await connection.channel.deleteTemplate(
    { name, providerId },
    connection.endpoint,
    env,
  )
  if (result.kind !== 'done') return settle(db, templateId, job, result)
  noteDeleted(db, templateId)
  return undefined
}

function settle(
  db: TenantDb,
  templateId: number,
  job: JobContext,
  problem: Extract<TemplateResult, { kind: 'failed' }>,
): JobOutcome {
  if (problem.retry === 'never' || job.isLastAttempt) return refuse(db, templateId, problem.reason)
  if (problem.retryAfterMs) return { retryAfterMs: problem.retryAfterMs }
  throw new Error('vendor_unavailable')
}

/** Shown on the template itself, so it is no failed job as well. */
function refuse(db: TenantDb, templateId: number, reason: string): undefined {
  noteRefused(db, templateId, reason)
  return undefined
}

function fileOf(db: TenantDb, fileId: number): OutboundFile | undefined {
  const opened = openFile(db, fileId)
  if (!opened) return undefined
  const { name, mimeType, byteSize } = opened.file
  const read = () => readFile(opened.path)
  return { kind: mediaKindOf(mimeType), name, mimeType, byteSize, isVoice: false, read }
}
