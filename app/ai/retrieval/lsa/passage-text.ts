/**
 * The text of a passage as the built-in embedder reads it: the title twice, because a FAQ's
 * question, a product's name and a heading say what the passage is about.
 */
export function toLsaText(passage: { title: string; text: string }): string {
  return `${passage.title}\n${passage.title}\n${passage.text}`
}
