import {
  BadgeCheck,
  FileText,
  Globe,
  MessageCircleQuestion,
  MessagesSquare,
  Package,
  Signpost,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { MessageKey } from '#app/i18n/translate.ts'

export type KnowledgeKind =
  'faq' | 'product' | 'document' | 'website' | 'fact' | 'guideline' | 'sample'

type KindTexts = {
  to: string
  icon: LucideIcon
  label: MessageKey
  search: MessageKey
  add: MessageKey
  empty: MessageKey
  emptyLead: MessageKey
}

/** The kinds in the order of their tabs, with their words and addresses. */
export const kinds: Record<KnowledgeKind, KindTexts> = {
  faq: {
    ...{ to: '/knowledge', icon: MessageCircleQuestion, label: 'knowledge.faqs' },
    ...{ search: 'knowledge.search_faq', add: 'knowledge.faqAdd' },
    ...{ empty: 'knowledge.faqsEmpty', emptyLead: 'knowledge.faqsEmptyLead' },
  },
  product: {
    ...{ to: '/knowledge/products', icon: Package, label: 'knowledge.products' },
    ...{ search: 'knowledge.search_product', add: 'knowledge.productAdd' },
    ...{ empty: 'knowledge.productsEmpty', emptyLead: 'knowledge.productsEmptyLead' },
  },
  document: {
    ...{ to: '/knowledge/documents', icon: FileText, label: 'knowledge.documents' },
    ...{ search: 'knowledge.search_document', add: 'knowledge.documentAdd' },
    ...{ empty: 'knowledge.documentsEmpty', emptyLead: 'knowledge.documentsEmptyLead' },
  },
  website: {
    ...{ to: '/knowledge/websites', icon: Globe, label: 'websites.title' },
    ...{ search: 'websites.search', add: 'websites.add' },
    ...{ empty: 'websites.empty', emptyLead: 'websites.emptyLead' },
  },
  fact: {
    ...{ to: '/knowledge/facts', icon: BadgeCheck, label: 'training.facts' },
    ...{ search: 'training.facts_search', add: 'training.factAdd' },
    ...{ empty: 'training.factsEmpty', emptyLead: 'training.factsEmptyLead' },
  },
  guideline: {
    ...{ to: '/knowledge/guidelines', icon: Signpost, label: 'training.guidelines' },
    ...{ search: 'training.guidelines_search', add: 'training.guidelineAdd' },
    ...{ empty: 'training.guidelinesEmpty', emptyLead: 'training.guidelinesEmptyLead' },
  },
  sample: {
    ...{ to: '/knowledge/samples', icon: MessagesSquare, label: 'training.samples' },
    ...{ search: 'training.samples_search', add: 'training.sampleAdd' },
    ...{ empty: 'training.samplesEmpty', emptyLead: 'training.samplesEmptyLead' },
  },
}
