export type SkillWords = {
  id: number
  name: string
  words: string
  /** one inquiry type per line */
  inquiryTypes: string
  forUnhappy: number
}

/** What a conversation gives away of what it needs. */
export type Asking = {
  texts: readonly string[]
  tags: readonly string[]
  /** what it is about, by the customer's words */
  inquiryType: string | null
  sentiment: string | null
}

/** The words of a skill as they are kept: one per line; commas part them too. */
export function parseWords(words: string): string[] {
  return [...new Set(words.split(/[\n,]/).map((word) => word.trim()))].filter(Boolean)
}

/**
 * The skills that a conversation asks for: the customer uses one of a skill's words, as a whole
 * word whatever its case; a tag has the skill's name or one of its words; it is about something
 * that the skill is for; or the customer is unhappy and the skill is for that.
 */
export function neededSkills(
  skills: readonly SkillWords[],
  { texts, tags, inquiryType, sentiment }: Asking,
): Set<number> {
  const said = texts.map(normalize)
  const tagged = new Set(tags.map(normalize))
  const needed = skills.filter(({ name, words, inquiryTypes, forUnhappy }) => {
    if (inquiryType !== null && inquiryTypes.split('\n').includes(inquiryType)) return true
    if (sentiment === 'negative' && forUnhappy) return true
    const forms = parseWords(words).map(normalize)
    if ([normalize(name), ...forms].some((form) => tagged.has(form))) return true
    return forms.some((form) => form.trim() !== '' && said.some((text) => text.includes(form)))
  })
  return new Set(needed.map((skill) => skill.id))
}

/** Words with one space around each, so that a whole word is found as a part of the text. */
function normalize(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return ` ${plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `
}
