import type { ToolName } from '#app/domain/tools/kinds.ts'
import { captureLeadField, createFollowUp, handOverTool, tagConversation } from './doings.server.ts'
import { lookUpProduct, lookUpPurchases, searchKnowledge } from './look-ups.server.ts'
import { negotiate } from './negotiate.server.ts'
import type { Tool } from './tool.ts'

/** Every tool there is, by the name the model calls it. */
export const tools = {
  search_knowledge: searchKnowledge,
  look_up_product: lookUpProduct,
  look_up_purchases: lookUpPurchases,
  capture_lead_field: captureLeadField,
  tag_conversation: tagConversation,
  create_follow_up: createFollowUp,
  negotiate,
  hand_over: handOverTool,
} satisfies Record<ToolName, Tool>
