/** Colours a tag or priority may have; each is a tone of the design, readable in both themes. */
export const labelColors = ['neutral', 'accent', 'good', 'warn', 'bad', 'ai'] as const
export type LabelColor = (typeof labelColors)[number]
