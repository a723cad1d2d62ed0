import type { Guide } from '#app/industries/guide.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'

type Starter = Pick<Guide, 'faqs' | 'products' | 'questions'>

/** What a company of a trade is offered to begin with. */
export function StarterCard({ faqs, products, questions }: Starter) {
  const t = useT()
  const format = useFormat()
  const heading = 'mt-5 mb-2 font-medium'
  return (
    <Card title={t('industries.starter')} description={t('industries.starterLead')}>
      <h3 className="mb-2 font-medium">{t('industries.faqs')}</h3>
      <dl className="flex flex-col gap-2">
        {faqs.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd className="text-soft">{answer}</dd>
          </div>
        ))}
      </dl>
      <h3 className={heading}>{t('industries.products')}</h3>
      <ul className="flex flex-col divide-y">
        {products.map(({ name, priceKes, description }) => (
          <li key={name} className="flex items-baseline justify-between gap-4 py-1.5">
            <span>
              {name} <span className="block text-soft">{description}</span>
            </span>
            <span className="whitespace-nowrap">{format.money(priceKes * 100, 'KES')}</span>
          </li>
        ))}
      </ul>
      <h3 className={heading}>{t('industries.questions')}</h3>
      <ul className="list-disc pl-5 text-soft">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </Card>
  )
}
