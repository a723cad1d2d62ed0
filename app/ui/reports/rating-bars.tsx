import { useFormat, useT } from '../i18n-provider.tsx'

/** How often each rating was given: words, a bar and the number, so that no colour is needed. */
export function RatingBars({ ratings }: { ratings: { rating: number; count: number }[] }) {
  const t = useT()
  const { number } = useFormat()
  const most = Math.max(1, ...ratings.map((row) => row.count))
  return (
    <table className="mt-3 w-full">
      <caption className="sr-only">{t('csat.distribution')}</caption>
      <tbody>
        {ratings.map(({ rating, count }) => (
          <tr key={rating}>
            <th scope="row" className="w-32 py-1 text-left font-normal whitespace-nowrap">
              <span className="mr-2 font-medium tabular-nums">{rating}</span>
              <span className="text-soft">{t(`csat.rating.${rating as 1 | 2 | 3 | 4 | 5}`)}</span>
            </th>
            <td className="px-3">
              <span
                aria-hidden
                className="block h-2.5 rounded-sm bg-accent"
                style={{ width: `${(count / most) * 100}%`, minWidth: count > 0 ? 4 : 0 }}
              />
            </td>
            <td className="w-12 text-right tabular-nums">{number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
