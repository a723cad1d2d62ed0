import { removeFile } from '#app/domain/files/store.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/**
 * Takes what messages say, keeping that there was one: text, earlier wordings, translations,
 * reactions, files, and what the assistant wrote. Counts and times stay for the reports. The
 * vendor's message id goes too, because some vendors write the number into it.
 *
 * @returns the files they had, to be removed once this is committed
 */
export function blankMessages(db: TenantDb, messageIds: number[]): number[] {
  const sqlite = sqliteOf(db)
  const ids = JSON.stringify(messageIds)
  const list = '(select value from json_each(?))'
  const files = sqlite
    .prepare<[string], { id: number }>(
      `select distinct file_id as id from message_media where file_id is not null and message_id in ${list}`,
    )
    .all(ids)
  for (const table of [
    'message_media',
    'message_edits',
    'message_translations',
    'message_links',
    'message_reactions',
  ])
    sqlite.prepare(`delete from ${table} where message_id in ${list}`).run(ids)
  // What was sent later stands a second time in the order to send it.
  sqlite.prepare(`delete from scheduled_messages where message_id in ${list}`).run(ids)
  sqlite
    .prepare(
      `update ai_answers set reply = '', hand_over_reason = null, error = null, rejected_reply = null
       where message_id in ${list} or turn_message_id in ${list}`,
    )
    .run(ids, ids)
  const answers = `(select id from ai_answers where message_id in ${list} or turn_message_id in ${list})`
  sqlite.prepare(`delete from ai_answer_claims where answer_id in ${answers}`).run(ids, ids)
  sqlite
    .prepare(
      `update ai_tool_calls set arguments_json = '{}', result = '' where answer_id in ${answers}`,
    )
    .run(ids, ids)
  sqlite
    .prepare(
      `update messages set text = null, payload_json = '{}', provider_id = null,
         reply_to_provider_id = null, failure_reason = null, deleted_at = coalesce(deleted_at, ?)
       where id in ${list}`,
    )
    .run(Date.now(), ids)
  return files.map((file) => file.id)
}

/**
 * Removes files whose messages are gone and which nothing else shows. Asked for each at the last
 * moment: a message that was sent later shares its file with the order to send it.
 */
export async function removeFiles(db: TenantDb, fileIds: number[]): Promise<void> {
  for (const id of fileIds) if (!isHeld(db, id)) await removeFile(db, id)
}

function isHeld(db: TenantDb, id: number): boolean {
  return (
    sqliteOf(db)
      .prepare<[{ id: number }], unknown>(
        `select 1 where exists (select 1 from message_media where file_id = :id)
           or exists (select 1 from scheduled_message_files where file_id = :id)
           or exists (select 1 from canned_response_files where file_id = :id)
           or exists (select 1 from link_previews where image_file_id = :id)
           or exists (select 1 from message_templates where header_file_id = :id)
           or exists (select 1 from files where id = :id and purpose <> 'message')`,
      )
      .get({ id }) !== undefined
  )
}
