/** Said without a figure: half the price, nothing to pay. Each with the key that means the same. */
export const GIVING: { pattern: RegExp; keys: string[] }[] = [
  {
    pattern:
      /\bhalf[\s-](?:the\s)?(?:price|off|cost)|\bhalf of (?:the|its|that) price|\bprices? (?:is|becomes|would be|will be) half\b|\bnusu (?:ya )?bei|\bbogof\b|\bbuy one,? get one\b/giu,
    keys: ['off:50'],
  },
  {
    pattern:
      /\bfor free\b|\bfree[\s-]of[\s-]charge|\b(?:is|are|it's|be|get|comes?|totally|completely|absolutely|all|yours?)\s(?:all\s)?free\b(?!\s+(?:to|on|from|at|this|next|now))|\bfree (?:delivery|shipping|gift|item|product|phone|sample|trial|repair|installation|return|service|upgrade|of cost)s?\b|\b(?:at )?no (?:extra )?(?:charge|cost)\b|\bcosts? nothing|\bcomplimentary\b|\bon the house\b|\bbure\b|\bbila (?:malipo|gharama)/giu,
    keys: ['off:100', 'n:0'],
  },
  {
    pattern: /\b(?:a |one |only a )?(?:third|quarter|fifth|tenth) (?:of the price|off)\b/giu,
    keys: ['off:part'],
  },
]

/** In a source, any word of it bears out that something is given: `free above KES 20,000`. */
export const GIVEN = /(?<!feel )\bfree\b|\bbure\b|\bwaived\b/giu

/** A figure with one of these beside it is taken off the price. */
export const OFF_AFTER =
  /^\s*(?:off\b|discount|less\b|cheaper|reduction|rebate|cash\s?back|punguzo|nafuu|chini ya bei|kwa punguzo)/i
export const OFF_BEFORE =
  /(?:discounts?(?: of| up to)?|save(?: up to)?|off|reduced by|less|rebate of|cash\s?back of|punguzo(?: la| ya)?|tunapunguza|ofa ya|minus)\s*:?\s*(?:up to|hadi)?\s*$/i
