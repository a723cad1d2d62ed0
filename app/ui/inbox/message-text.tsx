import { Fragment } from 'react'
import { WEB_ADDRESS } from '#app/domain/link-previews/links.ts'
import { classes } from '../classes.ts'

/**
 * Words somebody wrote, exactly as they are: nothing in them is markup. Only whole web
 * addresses become links, and those tell the other side nothing about us.
 */
export function MessageText({ text, className }: { text: string; className?: string }) {
  return (
    <p className={classes('whitespace-pre-wrap wrap-anywhere', className)}>
      {toPieces(text).map((piece, index) =>
        piece.isAddress ? (
          <a
            key={index}
            href={piece.text}
            target="_blank"
            rel="noreferrer noopener nofollow"
            className="underline decoration-from-font underline-offset-2"
          >
            {piece.text}
          </a>
        ) : (
          <Fragment key={index}>{piece.text}</Fragment>
        ),
      )}
    </p>
  )
}

function toPieces(text: string): { text: string; isAddress: boolean }[] {
  const pieces: { text: string; isAddress: boolean }[] = []
  let at = 0
  for (const match of text.matchAll(WEB_ADDRESS)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), isAddress: false })
    pieces.push({ text: match[0], isAddress: true })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isAddress: false })
  return pieces
}
