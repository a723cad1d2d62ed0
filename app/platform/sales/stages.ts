/** A prospect's way; the last two end it. */
export const prospectStages = ['new', 'contacted', 'demo', 'negotiating', 'won', 'lost'] as const
export type ProspectStage = (typeof prospectStages)[number]

export function toProspectStage(value: unknown): ProspectStage | undefined {
  return prospectStages.find((stage) => stage === value)
}

export function isEnded(stage: ProspectStage): stage is 'won' | 'lost' {
  return stage === 'won' || stage === 'lost'
}
