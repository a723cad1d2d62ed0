import type { ReportContent } from '../report.ts'
import { figureOf, seriesTable, shareOf, splitTable } from './context.server.ts'
import type { ReportContext } from './context.server.ts'
import { orderOf, wordOf } from './labels.server.ts'

/** Conversations that a customer began or answered in. */
export const asked = ['assistant', 'waiting', 'person', 'nobody'].map((key) => ({
  ...{ dimension: 'handled', key },
}))

/** What the assistant takes off people's hands, and where it needs them. */
export function assistantReport(context: ReportContext): ReportContent {
  return { figures: assistantFigures(context), tables: assistantTables(context) }
}

function assistantFigures(context: ReportContext) {
  return [
    shareOf(
      context,
      { name: 'alone', label: 'reports.alone', about: 'reports.aloneAbout', good: 'up' },
      {
        ...{ metric: 'conversations', of: { dimension: 'handled', key: 'assistant' } },
        wholeOf: asked,
      },
    ),
    figureOf(
      context,
      { name: 'handed_over', label: 'reports.handOvers', about: 'reports.handOversAbout' },
      { metric: 'handed_over' },
    ),
    figureOf(
      context,
      { name: 'sent', label: 'reports.aiMessages', about: 'reports.aiMessagesAbout' },
      { metric: 'messages_out', of: { dimension: 'by', key: 'ai' } },
    ),
    shareOf(
      context,
      { name: 'used', label: 'reports.suggestionUse', about: 'reports.suggestionUseAbout' },
      { metric: 'suggestions', of: { dimension: 'used', key: 'yes' } },
    ),
    figureOf(
      context,
      { name: 'rating', label: 'reports.aiRating', about: 'reports.aiRatingAbout', good: 'up' },
      { metric: 'ratings', of: { dimension: 'member', key: '' }, what: 'mean', unit: 'rating' },
    ),
  ]
}

function assistantTables(context: ReportContext) {
  return [
    seriesTable(
      context,
      { name: 'over_time', title: 'reports.handOversOverTime', about: 'reports.handOversAbout' },
      [
        { head: { key: 'reports.handOvers' }, metric: 'handed_over' },
        {
          ...{ head: { key: 'reports.alone' }, metric: 'conversations' },
          of: { dimension: 'handled', key: 'assistant' },
        },
      ],
    ),
    splitTable(
      context,
      { name: 'handled', title: 'reports.handledBy', about: 'reports.aloneAbout' },
      {
        ...{ metric: 'conversations', dimension: 'handled', order: orderOf('handled') },
        toLabel: (key) => wordOf('handled', key),
        heads: [{ key: 'reports.handledBy' }, { key: 'reports.conversations' }],
      },
    ),
    splitTable(
      context,
      { name: 'reasons', title: 'reports.reasons', about: 'reports.handOversAbout' },
      {
        ...{ metric: 'handed_over', dimension: 'reason' },
        toLabel: (key) => wordOf('reason', key),
        heads: [{ key: 'reports.reasons' }, { key: 'reports.handOvers' }],
      },
    ),
    splitTable(
      context,
      { name: 'answers', title: 'reports.answers', about: 'reports.answersAbout' },
      {
        ...{ metric: 'answers', dimension: 'outcome', order: orderOf('answer') },
        toLabel: (key) => wordOf('answer', key),
        heads: [{ key: 'reports.answers' }, { key: 'reports.count' }],
      },
    ),
    splitTable(
      context,
      { name: 'suggestions', title: 'reports.suggestions', about: 'reports.suggestionUseAbout' },
      {
        ...{ metric: 'suggestions', dimension: 'used', order: orderOf('used') },
        toLabel: (key) => wordOf('used', key),
        heads: [{ key: 'reports.suggestions' }, { key: 'reports.count' }],
      },
    ),
  ]
}
