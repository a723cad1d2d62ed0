/** What the assistant may be allowed to do beside writing, in the order it is offered and shown. */
export const toolNames = [
  'search_knowledge',
  'look_up_product',
  'look_up_purchases',
  'capture_lead_field',
  'tag_conversation',
  'create_follow_up',
  'negotiate',
  'hand_over',
] as const
export type ToolName = (typeof toolNames)[number]

export type ToolSetting = {
  isOn: boolean
  /** calls in one conversation within a day */
  dailyMax: number
}
export type ToolSettings = Record<ToolName, ToolSetting>

export const DAILY_MAX_LIMIT = 100

/** What holds for a company that has set nothing: what writes is limited more than what reads. */
export const toolDefaults: ToolSettings = {
  search_knowledge: { isOn: true, dailyMax: 40 },
  look_up_product: { isOn: true, dailyMax: 40 },
  look_up_purchases: { isOn: true, dailyMax: 20 },
  capture_lead_field: { isOn: true, dailyMax: 20 },
  tag_conversation: { isOn: true, dailyMax: 5 },
  create_follow_up: { isOn: true, dailyMax: 2 },
  negotiate: { isOn: true, dailyMax: 20 },
  hand_over: { isOn: true, dailyMax: 20 },
}

export function isToolName(name: string): name is ToolName {
  return (toolNames as readonly string[]).includes(name)
}
