import { faqLanguages } from './faq-languages.ts'
import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const faqs = sqliteTable('faqs', {
  id: integer('id').primaryKey(),
  question: text('question').notNull(),
  answer: text('answer').notNull(),
  isActive: integer('is_active').notNull().default(1),
  /** empty: none */
  category: text('category').notNull().default(''),
  /** null: the company's */
  language: text('language', { enum: faqLanguages }),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** Other ways to ask the same. */
export const faqPhrasings = sqliteTable('faq_phrasings', {
  faqId: integer('faq_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  text: text('text').notNull(),
})

/** The pair in another language. */
export const faqTranslations = sqliteTable('faq_translations', {
  faqId: integer('faq_id').notNull(),
  language: text('language').notNull(),
  question: text('question').notNull(),
  answer: text('answer').notNull(),
})

export const documents = sqliteTable('documents', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  text: text('text').notNull(),
  fileId: integer('file_id'),
  status: text('status', { enum: ['processing', 'processed', 'failed'] })
    .notNull()
    .default('processed'),
  failureReason: text('failure_reason'),
  /** typed in, a file, or a page of the company's website */
  origin: text('origin', { enum: ['written', 'file', 'page'] })
    .notNull()
    .default('written'),
  format: text('format', { enum: ['pdf', 'docx', 'xlsx', 'html', 'csv', 'text'] }),
  pages: integer('pages'),
  url: text('url'),
  /** the version that is being read, or that was read last */
  readingVersion: integer('reading_version'),
  startedAt: integer('started_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const passages = sqliteTable('passages', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  sourceKind: text('source_kind', { enum: ['faq', 'document', 'product', 'fact'] }).notNull(),
  sourceId: integer('source_id').notNull(),
  ordinal: integer('ordinal').notNull().default(0),
  title: text('title').notNull(),
  text: text('text').notNull(),
  textHash: text('text_hash').notNull(),
  updatedAt: integer('updated_at').notNull(),
  page: integer('page'),
  url: text('url'),
  language: text('language'),
  /** from when on it is not found any more */
  expiresAt: integer('expires_at'),
})

export const documentVersions = sqliteTable('document_versions', {
  id: integer('id').primaryKey(),
  documentId: integer('document_id').notNull(),
  number: integer('number').notNull(),
  fileId: integer('file_id'),
  /** null until it was read */
  text: text('text'),
  pages: integer('pages'),
  format: text('format', { enum: ['pdf', 'docx', 'xlsx', 'html', 'csv', 'text'] }),
  restoredFrom: integer('restored_from'),
  memberId: integer('member_id'),
  createdAt: integer('created_at').notNull(),
})

export const knowledgeState = sqliteTable('knowledge_state', {
  id: integer('id').primaryKey(),
  passagesRevision: integer('passages_revision').notNull().default(0),
  vectorsRevision: integer('vectors_revision').notNull().default(0),
})

export const embeddingModels = sqliteTable('embedding_models', {
  id: integer('id').primaryKey(),
  provider: text('provider').notNull(),
  model: text('model').notNull(),
  dimensions: integer('dimensions').notNull(),
  state: text('state', { enum: ['building', 'ready', 'retired'] }).notNull(),
  fittedPassages: integer('fitted_passages').notNull().default(0),
  fittedRevision: integer('fitted_revision').notNull().default(0),
  fidelityShort: real('fidelity_short').notNull().default(1),
  fidelityLong: real('fidelity_long').notNull().default(1),
  parameters: blob('parameters', { mode: 'buffer' }),
  createdAt: integer('created_at').notNull(),
  readyAt: integer('ready_at'),
})

export const passageVectors = sqliteTable('passage_vectors', {
  modelId: integer('model_id').notNull(),
  passageId: integer('passage_id').notNull(),
  vector: blob('vector', { mode: 'buffer' }).notNull(),
  revision: integer('revision').notNull(),
})
