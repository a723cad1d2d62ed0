import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'
import { trainingPages } from './training-pages.ts'

/** What the assistant knows: questions, products, documents. */
export function knowledgePages(): PortalPage[] {
  return [
    page('/knowledge', 'knowledge/faqs', { GET: 'knowledge.read' }),
    page('/knowledge/faqs/new', 'knowledge/faq-new', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page('/knowledge/faqs/:id', 'knowledge/faq', {
      GET: 'knowledge.read',
      POST: 'knowledge.write',
    }),
    page(
      '/knowledge/faqs/:id/deletion',
      'knowledge/faq-deletion',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page('/knowledge/faqs/bulk', 'knowledge/faq-bulk', { POST: 'knowledge.write' }, 'bare'),
    page('/knowledge/faqs/export', 'knowledge/faq-export', { POST: 'knowledge.write' }, 'bare'),
    ...trainingPages(),
    page('/knowledge/products', 'knowledge/products', { GET: 'knowledge.read' }),
    page('/knowledge/products/new', 'knowledge/product-new', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page('/knowledge/products/:id', 'knowledge/product', {
      ...{ GET: 'knowledge.read', POST: 'knowledge.write' },
    }),
    page('/knowledge/products/:id/negotiation', 'knowledge/product-negotiation', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page(
      '/knowledge/products/:id/deletion',
      'knowledge/product-deletion',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page('/knowledge/documents', 'knowledge/documents', { GET: 'knowledge.read' }),
    page('/knowledge/documents/new', 'knowledge/document-new', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page('/knowledge/documents/:id', 'knowledge/document', {
      ...{ GET: 'knowledge.read', POST: 'knowledge.write' },
    }),
    page(
      '/knowledge/documents/:id/deletion',
      'knowledge/document-deletion',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page(
      '/knowledge/documents/:id/reading',
      'knowledge/document-reading',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page(
      '/knowledge/documents/:id/restoration',
      'knowledge/document-restoration',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page('/knowledge/websites', 'knowledge/websites', { GET: 'knowledge.read' }),
    page('/knowledge/websites/new', 'knowledge/website-new', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page('/knowledge/websites/:id', 'knowledge/website', { GET: 'knowledge.read' }),
    page('/knowledge/websites/:id/settings', 'knowledge/website-settings', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page(
      '/knowledge/websites/:id/reading',
      'knowledge/website-reading',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page(
      '/knowledge/websites/:id/cancellation',
      'knowledge/website-cancellation',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page(
      '/knowledge/websites/:id/deletion',
      'knowledge/website-deletion',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page('/knowledge/playground', 'knowledge/playground', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page('/knowledge/import', 'knowledge/import', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
  ]
}
