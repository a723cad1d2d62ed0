import { contrastRatio, parseHex, toHex, toOklch } from './color.ts'
import type { Oklch } from './color.ts'

/** Baraza's own petrol, and what a company gets until it chooses. */
export const defaultAccent = '#0f6471'

const TEXT_CONTRAST = 4.5
const LIGHTNESS_STEP = 0.005

// The hardest backgrounds accent text stands on, per theme: --sunken and --hover of tokens.css.
const LIGHT_BACKGROUND = '#eff0f2'
const DARK_BACKGROUND = '#202429'
const DARK_INK = '#10181a'

/**
 * One theme's accent colours, all `#rrggbb`: `accent` for fills, links and rings, `strong` for a
 * pressed fill, `on` for text on either, `soft` for tinted backgrounds and `ink` for text on those.
 */
export type AccentTheme = { accent: string; strong: string; on: string; soft: string; ink: string }

/**
 * A company's colour made readable in both themes: hue and chroma are kept, lightness moves until
 * every text pair reaches 4.5:1 (WCAG 2.2 AA). What is not a hex colour gives Baraza's own.
 */
export function accentTokens(hex: string): { light: AccentTheme; dark: AccentTheme } {
  const base = toOklch(parseHex(hex) ?? defaultAccent)
  return { light: lightTheme(base), dark: darkTheme(base) }
}

/** The style sheet that puts a company's accent on the page, for a `<style nonce>` in root's head. */
export function accentStyleSheet(hex: string): string {
  const { light, dark } = accentTokens(hex)
  return `:root{${declare('light', light)};${declare('dark', dark)}}`
}

function lightTheme(base: Oklch): AccentTheme {
  const lightness = Math.min(base.lightness, isGrey(base) ? 0.3 : 0.6)
  const accent = darken({ ...base, lightness }, ['#ffffff', LIGHT_BACKGROUND])
  const fill = toOklch(accent)
  const soft = toHex({ ...fill, lightness: 0.95, chroma: Math.min(fill.chroma, 0.022) })
  return {
    accent,
    strong: toHex({ ...fill, lightness: Math.max(0, fill.lightness - 0.07) }),
    on: '#ffffff',
    soft,
    ink: darken({ ...fill, lightness: fill.lightness - 0.05 }, [soft, LIGHT_BACKGROUND]),
  }
}

function darkTheme(base: Oklch): AccentTheme {
  const chroma = Math.min(base.chroma, 0.15)
  const lightness = Math.max(base.lightness, isGrey(base) ? 0.9 : 0.67)
  const accent = lighten({ ...base, chroma, lightness }, [DARK_BACKGROUND, DARK_INK])
  const fill = toOklch(accent)
  const soft = toHex({ ...fill, lightness: 0.265, chroma: Math.min(fill.chroma, 0.04) })
  return {
    accent,
    strong: toHex({ ...fill, lightness: Math.min(1, fill.lightness + 0.07) }),
    on: DARK_INK,
    soft,
    ink: lighten({ ...fill, lightness: fill.lightness + 0.06 }, [soft, DARK_BACKGROUND]),
  }
}

// A black or white brand stays black or white; a middling grey would look switched off.
function isGrey({ chroma }: Oklch) {
  return chroma < 0.03
}

function darken(color: Oklch, backgrounds: string[]) {
  return move(color, -LIGHTNESS_STEP, backgrounds, '#000000')
}

function lighten(color: Oklch, backgrounds: string[]) {
  return move(color, LIGHTNESS_STEP, backgrounds, '#ffffff')
}

function move(color: Oklch, step: number, backgrounds: string[], end: string) {
  for (let { lightness } = color; lightness > 0 && lightness < 1; lightness += step) {
    const hex = toHex({ ...color, lightness })
    if (backgrounds.every((background) => contrastRatio(hex, background) >= TEXT_CONTRAST))
      return hex
  }
  return end
}

function declare(theme: 'light' | 'dark', colors: AccentTheme) {
  return [
    `--accent-${theme}:${colors.accent}`,
    `--accent-${theme}-strong:${colors.strong}`,
    `--accent-${theme}-on:${colors.on}`,
    `--accent-${theme}-soft:${colors.soft}`,
    `--accent-${theme}-ink:${colors.ink}`,
  ].join(';')
}
