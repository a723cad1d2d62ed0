export type SkillWords = { id: number; name: string; words: string }

/** The words of a skill as they are kept: one per line; commas part them too. */
export function parseWords(words: string): string[] {
  return [...new Set(words.split(/[\n,]/).map((word) => word.trim()))].filter(Boolean)
}

/**
 * The skills that a conversation asks for: the customer uses one of a skill's words, as a whole
 * word whatever its case, or a tag has the skill's name or one of its words.
 */
export function neededSkills(
  skills: readonly SkillWords[],
  { texts, tags }: { texts: readonly string[]; tags: readonly string[] },
): Set<number> {
  const said = texts.map(normalize)
  const tagged = new Set(tags.map(normalize))
  const needed = skills.filter(({ name, words }) => {
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
