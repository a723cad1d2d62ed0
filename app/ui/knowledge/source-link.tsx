import { Link } from '@remix-run/react'

const folders = {
  faq: '/knowledge/faqs',
  document: '/knowledge/documents',
  product: '/knowledge/products',
  fact: '/knowledge/facts',
}

export type SourceKind = keyof typeof folders

/** Where a passage comes from. */
export function SourceLink(props: { kind: SourceKind; id: number; title: string }) {
  return (
    <Link
      to={`${folders[props.kind]}/${props.id}`}
      className="font-medium break-words text-accent-ink underline-offset-2 hover:underline"
    >
      {props.title}
    </Link>
  )
}
