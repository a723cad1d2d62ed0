/** A reminder is for oneself; a follow-up is owed to a customer and goes with the conversation. */
export const taskKinds = ['follow_up', 'reminder'] as const
export type TaskKind = (typeof taskKinds)[number]

export const TASK_TITLE_MAX = 200
