import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const messageTranslations = sqliteTable('message_translations', {
  messageId: integer('message_id').notNull(),
  language: text('language').notNull(),
  text: text('text').notNull(),
  /** of the words it was made from: after an edit it is no translation any more */
  sourceHash: text('source_hash').notNull(),
  /** as the translator saw it: `sw`, `en`, `sheng`; null when it could not tell */
  sourceLanguage: text('source_language'),
  createdAt: integer('created_at').notNull(),
})
