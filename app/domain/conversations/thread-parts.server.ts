import { and, asc, eq, exists, isNotNull, sql } from 'drizzle-orm'
import type { Column } from 'drizzle-orm'
import {
  aiAnswerClaims,
  aiAnswers,
  aiAnswerSources,
  aiToolCalls,
} from '#app/domain/answers/schema.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { files } from '#app/domain/files/schema.server.ts'
import { linkPreviews, messageLinks } from '#app/domain/link-previews/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { messageTranslations } from '#app/domain/translations/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { messageEdits, messageMedia, messageReactions } from './schema.server.ts'

const SOURCE_TEXT_MAX = 320

const MEDIA = Symbol('thread.media')
const REACTIONS = Symbol('thread.reactions')
const EDITS = Symbol('thread.edits')
const LINKS = Symbol('thread.links')
const TRANSLATIONS = Symbol('thread.translations')
const ANSWERS = Symbol('thread.answers')
const SOURCES = Symbol('thread.sources')
const CLAIMS = Symbol('thread.claims')
const CALLS = Symbol('thread.calls')

/** What belongs to some messages and AI answers, each kind read once for all of them. */
export function listParts(db: TenantDb, messageIds: number[], answerIds: number[]) {
  const ids = JSON.stringify(messageIds)
  const answers = JSON.stringify(answerIds)
  return {
    media: prepared(db, MEDIA, selectMedia).all({ ids }),
    reactions: prepared(db, REACTIONS, selectReactions).all({ ids }),
    edits: prepared(db, EDITS, selectEdits).all({ ids }),
    links: prepared(db, LINKS, selectLinks).all({ ids }),
    translations: prepared(db, TRANSLATIONS, selectTranslations).all({ ids }),
    answers: answerIds.length > 0 ? prepared(db, ANSWERS, selectAnswers).all({ ids: answers }) : [],
    sources: answerIds.length > 0 ? prepared(db, SOURCES, selectSources).all({ ids: answers }) : [],
    claims: answerIds.length > 0 ? prepared(db, CLAIMS, selectClaims).all({ ids: answers }) : [],
    calls: answerIds.length > 0 ? prepared(db, CALLS, selectCalls).all({ ids: answers }) : [],
  }
}

export type ThreadParts = ReturnType<typeof listParts>

function isAmong(column: Column) {
  return sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`
}

function selectMedia(db: TenantDb) {
  return db
    .select({
      messageId: messageMedia.messageId,
      kind: messageMedia.kind,
      fileId: messageMedia.fileId,
      mimeType: messageMedia.mimeType,
      fileName: messageMedia.fileName,
      byteSize: messageMedia.byteSize,
      isVoice: messageMedia.isVoice,
      state: messageMedia.state,
      transcript: messageMedia.transcript,
      durationMs: files.durationMs,
    })
    .from(messageMedia)
    .leftJoin(files, eq(files.id, messageMedia.fileId))
    .where(isAmong(messageMedia.messageId))
    .orderBy(asc(messageMedia.messageId), asc(messageMedia.position))
    .prepare()
}

function selectReactions(db: TenantDb) {
  return db
    .select({
      messageId: messageReactions.messageId,
      byKind: messageReactions.byKind,
      emoji: messageReactions.emoji,
    })
    .from(messageReactions)
    .where(isAmong(messageReactions.messageId))
    .prepare()
}

function selectEdits(db: TenantDb) {
  return db
    .select({
      messageId: messageEdits.messageId,
      previousText: messageEdits.previousText,
      at: messageEdits.at,
      /** who of the staff changed it */
      byName: members.name,
    })
    .from(messageEdits)
    .leftJoin(members, eq(members.id, messageEdits.memberId))
    .where(isAmong(messageEdits.messageId))
    .orderBy(asc(messageEdits.id))
    .prepare()
}

/** Only what has been seen; nothing at all where the company turned previews off. */
function selectLinks(db: TenantDb) {
  return db
    .select({
      messageId: messageLinks.messageId,
      url: linkPreviews.url,
      title: sql<string>`${linkPreviews.title}`,
      description: linkPreviews.description,
      siteName: linkPreviews.siteName,
      imageFileId: linkPreviews.imageFileId,
    })
    .from(messageLinks)
    .innerJoin(linkPreviews, eq(linkPreviews.url, messageLinks.url))
    .where(
      and(
        isAmong(messageLinks.messageId),
        isNotNull(linkPreviews.title),
        exists(
          db
            .select({ one: sql`1` })
            .from(company)
            .where(eq(company.linkPreviews, 1)),
        ),
      ),
    )
    .orderBy(asc(messageLinks.messageId), asc(messageLinks.position))
    .prepare()
}

function selectTranslations(db: TenantDb) {
  return db
    .select({
      messageId: messageTranslations.messageId,
      language: messageTranslations.language,
      text: messageTranslations.text,
      sourceLanguage: messageTranslations.sourceLanguage,
      sourceHash: messageTranslations.sourceHash,
    })
    .from(messageTranslations)
    .where(isAmong(messageTranslations.messageId))
    .prepare()
}

function selectAnswers(db: TenantDb) {
  return db
    .select({
      id: aiAnswers.id,
      writer: aiAnswers.writer,
      confidence: aiAnswers.confidence,
      /** a first wording, which named what stands nowhere */
      rejectedReply: aiAnswers.rejectedReply,
      /** the wording that was held back when a person was asked instead */
      heldReply: sql<
        string | null
      >`case when ${aiAnswers.outcomeReason} = 'unsourced_claim' then ${aiAnswers.reply} end`,
    })
    .from(aiAnswers)
    .where(isAmong(aiAnswers.id))
    .prepare()
}

function selectClaims(db: TenantDb) {
  return db
    .select({
      answerId: aiAnswerClaims.answerId,
      kind: aiAnswerClaims.kind,
      text: aiAnswerClaims.text,
      source: aiAnswerClaims.source,
      passage: aiAnswerClaims.passageNumber,
      isRejected: aiAnswerClaims.isRejected,
    })
    .from(aiAnswerClaims)
    .where(isAmong(aiAnswerClaims.answerId))
    .orderBy(asc(aiAnswerClaims.answerId), asc(aiAnswerClaims.ordinal))
    .prepare()
}

/** What a purchase came from may be out of a reader's reach: the reply says what was told of it. */
function selectCalls(db: TenantDb) {
  const { tool, result } = aiToolCalls
  return db
    .select({
      answerId: aiToolCalls.answerId,
      tool,
      argumentsJson: aiToolCalls.argumentsJson,
      outcome: aiToolCalls.outcome,
      result: sql<string>`case when ${tool} = 'look_up_purchases' then '' else substr(${result}, 1, ${sql.raw(String(SOURCE_TEXT_MAX))}) end`,
      tookMs: aiToolCalls.tookMs,
      at: aiToolCalls.at,
    })
    .from(aiToolCalls)
    .where(isAmong(aiToolCalls.answerId))
    .orderBy(asc(aiToolCalls.answerId), asc(aiToolCalls.ordinal))
    .prepare()
}

function selectSources(db: TenantDb) {
  return db
    .select({
      answerId: aiAnswerSources.answerId,
      number: aiAnswerSources.number,
      kind: aiAnswerSources.sourceKind,
      sourceId: aiAnswerSources.sourceId,
      title: aiAnswerSources.title,
      text: sql<string>`substr(${aiAnswerSources.text}, 1, ${sql.raw(String(SOURCE_TEXT_MAX))})`,
      isCited: aiAnswerSources.isCited,
      page: aiAnswerSources.page,
      url: aiAnswerSources.url,
    })
    .from(aiAnswerSources)
    .where(isAmong(aiAnswerSources.answerId))
    .orderBy(
      asc(aiAnswerSources.answerId),
      sql`${aiAnswerSources.isCited} desc`,
      asc(aiAnswerSources.number),
    )
    .prepare()
}
