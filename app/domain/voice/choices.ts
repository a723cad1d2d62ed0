export const voiceStyles = ['concise', 'detailed', 'persuasive'] as const
export type VoiceStyle = (typeof voiceStyles)[number]

/** How hard the assistant sells. */
export const voicePushes = ['never', 'soft', 'strong'] as const
export type VoicePush = (typeof voicePushes)[number]
