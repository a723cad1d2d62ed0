import type { teaching as english } from '../en/teaching.ts'

export const teaching: Record<keyof typeof english, string> = {
  'teaching.job_document': 'Kusoma hati',
  'teaching.job_website': 'Kusoma tovuti',
  'teaching.files': 'Faili',
  'teaching.filesHelp':
    'PDF, Word, Excel, CSV, HTML, maandishi au Markdown, kadhaa kwa pamoja, kila moja isizidi MB 20. Faili yenye jina lile lile huwa toleo linalofuata la hati yake.',
  'teaching.noteTaken':
    '{count, plural, one {Faili imepokelewa na inasomwa.} other {Faili # zimepokelewa na zinasomwa.}}',
  'teaching.noteReading': 'Inasomwa tena. Hadi hapo msaidizi anatumia alichojua.',
  'teaching.noteRestored': 'Toleo la awali linatumika tena.',
  'teaching.state_waiting': 'Inasubiri',
  'teaching.state_reading': 'Inasomwa',
  'teaching.state_processed': 'Tayari',
  'teaching.state_failed': 'Imeshindikana',
  'teaching.used': 'Majibu',
  'teaching.usedCount':
    '{count, plural, =0 {Hakuna jibu lililoitumia bado} one {Jibu # limeitumia} other {Majibu # yameitumia}}',
  'teaching.lastUsed': 'Ilitumika mwisho',
  'teaching.never': 'Bado',
  'teaching.source': 'Chanzo',
  'teaching.sourceWritten': 'Imeandikwa hapa',
  'teaching.pages': '{count, plural, one {Ukurasa #} other {Kurasa #}}',
  'teaching.page': 'ukurasa wa {page}',
  'teaching.passagesTitle': 'Inachochangia',
  'teaching.passagesLead': 'Vifungu ambavyo msaidizi huvipata na kuvinukuu.',
  'teaching.passagesNone': 'Hakuna kifungu bado.',
  'teaching.replace': 'Badilisha faili',
  'teaching.replaceLead': 'Faili mpya husomwa kwanza; hadi hapo ya zamani inaendelea kutumika.',
  'teaching.replaceFile': 'Faili mpya',
  'teaching.replaceStart': 'Pakia',
  'teaching.readAgain': 'Soma tena',
  'teaching.versions': 'Matoleo',
  'teaching.version': 'Toleo la {number}',
  'teaching.versionInUse': 'Linatumika',
  'teaching.versionUnread': 'Halisomeki',
  'teaching.versionBy': 'na {name}',
  'teaching.versionRestored': 'nakala ya toleo la {number}',
  'teaching.goBack': 'Tumia toleo hili',
  'teaching.download': 'Pakua',
  'teaching.oldStays': 'Hati ilichosema awali kinaendelea kutumika.',
  'teaching.fail_interrupted': 'Ilikatizwa mara kadhaa. Isome tena.',
  'teaching.fail_encrypted': 'Faili ina nenosiri. Ihifadhi bila nenosiri kisha ipakie tena.',
  'teaching.fail_broken':
    'Faili imeharibika. Ihifadhi tena katika programu yake kisha ipakie hiyo.',
  'teaching.fail_scanned':
    'Ina picha za kurasa tu, haina maandishi. Ichanganue kwa utambuzi wa maandishi (OCR), au andika sehemu muhimu.',
  'teaching.fail_empty': 'Haina maandishi.',
  'teaching.fail_unsupported':
    'Aina hii ya faili haisomeki. Ihifadhi kama PDF, Word (.docx), Excel (.xlsx), CSV, HTML au maandishi.',
  'teaching.fail_unsafe': 'Faili ina maagizo ambayo programu za ofisi haziandiki. Haikusomwa.',
  'teaching.fail_too_long': 'Ina herufi zaidi ya milioni mbili. Igawe katika faili kadhaa.',
  'teaching.fail_too_many_pages': 'Ina kurasa zaidi ya 2,000. Igawe katika faili kadhaa.',
  'teaching.fail_unpacks_too_large': 'Ikifunguliwa inazidi MB 120. Ondoa picha au igawe.',
  'teaching.fail_too_complex':
    'Kuisoma kulihitaji kumbukumbu nyingi mno. Igawe katika faili kadhaa.',
  'teaching.fail_timeout': 'Kuisoma kulichukua zaidi ya dakika moja. Igawe katika faili kadhaa.',
}
