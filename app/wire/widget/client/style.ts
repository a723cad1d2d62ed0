import type { Theme } from './api.ts'

/** The company's colour in both themes, as variables of the chat alone. */
export function lookSheet(look: { light: Theme; dark: Theme }): string {
  const declare = (name: 'light' | 'dark') =>
    Object.entries(look[name])
      .filter(([, value]) => /^#[0-9a-f]{6}$/i.test(value))
      .map(([key, value]) => `--${name}-${key}:${value}`)
      .join(';')
  return `:host{${declare('light')};${declare('dark')}}`
}

const LIGHT = `--surface:#fff;--sunken:#f1f2f4;--line:#e6e8ea;--field:#8f949c;--ink:#16181c;--soft:#484d55;
--faint:#646972;--bad:#b3261e;--bad-on:#fff;--accent:var(--light-accent,#0f6471);--strong:var(--light-strong,#024f5a);
--on:var(--light-on,#fff)`
const DARK = `--surface:#15171a;--sunken:#1d2024;--line:#262a2f;--field:#646a72;--ink:#eceef0;--soft:#b4b9c0;
--faint:#9197a0;--bad:#ff8b82;--bad-on:#10181a;--accent:var(--dark-accent,#58a2b0);--strong:var(--dark-strong,#6eb8c6);
--on:var(--dark-on,#10181a)`

/** Two themes by media query: older phones do not know light-dark(). */
export const sheet = `
:host{all:initial;color-scheme:light;${LIGHT}}
:host([data-theme=dark]){color-scheme:dark;${DARK}}
@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){color-scheme:dark;${DARK}}}
:host{--ring:var(--accent)}
*,::before,::after{box-sizing:border-box;margin:0}
.root{font:14px/20px 'Inter Variable',system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:var(--ink);
position:fixed;z-index:2147483000;bottom:max(20px,env(safe-area-inset-bottom));right:20px;-webkit-text-size-adjust:100%}
.root.left{right:auto;left:20px}
button,textarea,a{font:inherit;color:inherit}
button{border:0;background:none;cursor:pointer;border-radius:8px;padding:0}
button:disabled{cursor:default;opacity:.5}
:focus-visible{outline:2px solid var(--ring);outline-offset:2px}
.launcher{position:relative;width:56px;height:56px;border-radius:28px;background:var(--accent);color:var(--on);
display:grid;place-items:center;box-shadow:0 6px 20px -6px rgb(0 0 0/.35)}
.launcher:hover{background:var(--strong)}
.launcher svg{width:26px;height:26px}
.count{position:absolute;top:-4px;right:-4px;min-width:22px;height:22px;padding:0 6px;border-radius:11px;
background:var(--bad);color:var(--bad-on);font-weight:600;font-size:12px;line-height:22px;text-align:center}
[hidden]{display:none!important}
.panel{position:absolute;bottom:72px;right:0;width:min(384px,calc(100vw - 40px));
height:min(620px,calc(100vh - 120px));display:flex;flex-direction:column;background:var(--surface);
border:1px solid var(--line);border-radius:12px;overflow:hidden;box-shadow:0 16px 48px -12px rgb(0 0 0/.35)}
.left .panel{right:auto;left:0}
header{display:flex;align-items:center;gap:8px;padding:12px 12px 12px 16px;border-bottom:1px solid var(--line)}
h2{flex:1;font-size:15px;line-height:24px;font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.plain{width:36px;height:36px;display:grid;place-items:center;color:var(--soft)}
.plain:hover{background:var(--sunken)}
.note{padding:6px 16px;font-size:12px;line-height:16px;background:var(--sunken);color:var(--soft)}
.scroll{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px;display:flex;flex-direction:column}
.welcome{color:var(--soft);margin:auto 0;text-align:center;padding:0 16px;text-wrap:balance}
.earlier{align-self:center;padding:4px 12px;font-size:12px;color:var(--soft);border:1px solid var(--line);margin-bottom:12px}
ol{list-style:none;padding:0;display:flex;flex-direction:column;gap:8px}
li{display:flex;flex-direction:column;align-items:flex-start;max-width:86%}
li.mine{align-self:flex-end;align-items:flex-end}
li.day{align-self:center;font-size:12px;color:var(--faint);max-width:none}
.who{font-size:12px;line-height:16px;color:var(--faint);margin:0 4px 2px;font-weight:500}
.bubble{padding:8px 12px;border-radius:12px;background:var(--sunken);white-space:pre-wrap;overflow-wrap:anywhere}
.person .bubble{border:1px solid var(--line);background:var(--surface)}
.mine .bubble{background:var(--accent);color:var(--on)}
li .gone{border:1px dashed var(--line);background:none;color:var(--soft);font-style:italic}
blockquote{border-left:2px solid currentColor;padding-left:8px;margin-bottom:4px;font-size:12px;line-height:16px;opacity:.8;
max-height:48px;overflow:hidden}
.reaction{position:relative;z-index:1;margin:-6px 8px 0;padding:0 6px;border:1px solid var(--line);border-radius:12px;
background:var(--surface);line-height:22px}
.mine .bubble:focus-within{--ring:var(--on)}
.bubble a{text-decoration:underline;text-underline-offset:2px}
.bubble img{display:block;max-width:100%;max-height:220px;border-radius:8px;margin:2px 0}
.file{display:flex;gap:8px;align-items:center;text-decoration:none!important}
.file span{text-decoration:underline;overflow-wrap:anywhere}
.meta{font-size:12px;line-height:16px;color:var(--faint);margin:2px 4px 0;font-variant-numeric:tabular-nums}
.failed .meta{color:var(--bad)}
.meta button{text-decoration:underline;color:inherit;margin-left:8px;min-height:24px}
.dots{display:flex;gap:4px;padding:12px}
.dots i{width:6px;height:6px;border-radius:3px;background:var(--faint);animation:pulse 1.2s infinite}
.dots i:nth-child(2){animation-delay:.2s}.dots i:nth-child(3){animation-delay:.4s}
@keyframes pulse{50%{opacity:.25}}
.chosen{display:flex;flex-wrap:wrap;gap:6px;padding:8px 12px 0}
.chosen button{display:flex;gap:6px;align-items:center;border:1px solid var(--line);padding:2px 8px;font-size:12px;max-width:100%;overflow-wrap:anywhere}
.chosen svg{width:14px;height:14px;flex:none}
form{display:flex;align-items:flex-end;gap:8px;padding:10px 10px 10px 6px;border-top:1px solid var(--line)}
textarea{flex:1;min-width:0;resize:none;max-height:132px;padding:8px 10px;border:1px solid var(--field);border-radius:8px;
background:var(--surface);font-size:16px;line-height:20px}
textarea:focus-visible{outline-offset:-1px}
textarea::placeholder{color:var(--faint)}
.send{width:40px;height:38px;display:grid;place-items:center;background:var(--accent);color:var(--on)}
.send:hover{background:var(--strong)}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.dropping .panel{outline:2px dashed var(--accent);outline-offset:-6px}
.root.page{position:static;height:100%}
.page .panel{position:static;width:100%;max-width:720px;height:100%;margin:0 auto;border-width:0 1px;border-radius:0;box-shadow:none}
@media(max-width:480px){
.root:not(.page).open{inset:0}
.root:not(.page) .panel{position:fixed;inset:0;width:auto;height:auto;border:0;border-radius:0;
padding:env(safe-area-inset-top) 0 env(safe-area-inset-bottom)}
.open:not(.page) .launcher{display:none}
}
@media(prefers-reduced-motion:reduce){.dots i{animation:none}}
@media(forced-colors:active){.bubble,.launcher,.send{border:1px solid}}
`
