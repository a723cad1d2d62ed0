import type { Piece } from '#app/domain/conversations/search-pieces.ts'

/** Text with what was looked for marked in it. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return (
    <>
      {pieces.map(({ text, isHit }, index) =>
        isHit ? (
          <mark key={index} className="rounded-sm bg-warn-soft px-0.5 text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  )
}
