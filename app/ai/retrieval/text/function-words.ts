/**
 * Words that hold a sentence together and say nothing about its subject, in English and
 * Swahili. A large company's passages show by themselves which words are common; a company of
 * twenty passages cannot know that "the" is. Question words stay out of the list: "where",
 * "wapi" and "how much" say what is asked.
 */
const WORDS = [
  ...['a', 'an', 'the', 'of', 'to', 'in', 'on', 'at', 'for', 'from', 'by', 'with', 'as', 'into'],
  ...['and', 'or', 'but', 'if', 'so', 'than', 'then', 'also', 'just', 'about', 'there', 'here'],
  ...['is', 'are', 'was', 'were', 'be', 'been', 'am', 'do', 'does', 'did', 'have', 'has', 'had'],
  ...['can', 'could', 'will', 'would', 'should', 'may', 'might', 'shall', 'must'],
  ...['i', 'you', 'he', 'she', 'it', 'we', 'they', 'me', 'him', 'us', 'them', 'my', 'your', 'his'],
  ...['her', 'its', 'our', 'their', 'this', 'that', 'these', 'those', 'what', 'which', 's', 't'],
  ...['any', 'some', 'please', 'm', 're', 've', 'll', 'd'],
  ...['na', 'ya', 'wa', 'la', 'za', 'cha', 'vya', 'kwa', 'ni', 'je', 'katika', 'kama', 'au'],
  ...['hii', 'hiyo', 'huu', 'huo', 'hizi', 'hizo', 'haya', 'hayo', 'hapa', 'hapo', 'pia', 'tu'],
  ...['yangu', 'yako', 'yake', 'yetu', 'yenu', 'yao', 'wangu', 'wako', 'wake', 'wetu', 'wenu'],
  ...['wao', 'mimi', 'wewe', 'yeye', 'sisi', 'ninyi', 'ambayo', 'ambao', 'kuwa', 'ili', 'lakini'],
]

const functionWords: ReadonlySet<string> = new Set(WORDS)

/** The words that carry the subject; all of them when there is nothing else. */
export function contentWords(words: string[]): string[] {
  const content = words.filter((word) => !functionWords.has(word))
  return content.length > 0 ? content : words
}
