const from = '254712345678'
const at = { timestamp: '1795000000' }
const media = { id: '1003383421387256', mime_type: 'image/jpeg', sha256: 'x', caption: 'Hi' }

const messages: Record<string, unknown>[] = [
  { type: 'text', text: { body: 'Habari' }, context: { id: 'wamid.quoted', from } },
  { type: 'image', image: media },
  { type: 'document', document: { ...media, filename: 'a.pdf', mime_type: 'application/pdf' } },
  { type: 'audio', audio: { ...media, voice: true } },
  { type: 'sticker', sticker: { ...media, animated: true } },
  { type: 'location', location: { latitude: -1.28, longitude: 36.8, name: 'A', address: 'B' } },
  {
    type: 'contacts',
    contacts: [
      { name: { formatted_name: 'A' }, phones: [{ phone: '+254700000001', wa_id: from }] },
    ],
  },
  { type: 'button', button: { text: 'Yes', payload: 'yes' } },
  { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1', title: 'A' } } },
  {
    type: 'order',
    order: {
      catalog_id: '1',
      product_items: [{ product_retailer_id: 'x', quantity: 2, item_price: 50, currency: 'KES' }],
    },
  },
  { type: 'reaction', reaction: { message_id: 'wamid.quoted', emoji: '👍' } },
  { type: 'edit', edit: { original_message_id: 'wamid.quoted', message: { type: 'text' } } },
  { type: 'revoke', revoke: { original_message_id: 'wamid.quoted' } },
  { type: 'system', system: { type: 'user_changed_number', wa_id: '254712345679', body: 'x' } },
  { type: 'unsupported', errors: [{ code: 131051, title: 'Unsupported' }] },
]

/** Calls of WhatsApp about one number, of every kind it sends. */
export function whatsAppCalls(phoneNumberId: string): unknown[] {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId }
  const contacts = [{ profile: { name: 'Asha' }, wa_id: from, user_id: 'KE.1' }]
  const call = (field: string, value: object) => ({
    object: 'whatsapp_business_account',
    entry: [
      { id: '102290129340398', changes: [{ field, value: { metadata, contacts, ...value } }] },
    ],
  })
  return [
    ...messages.map((one, index) =>
      call('messages', { messages: [{ from, id: `wamid.fuzz${index}`, ...at, ...one }] }),
    ),
    ...['sent', 'delivered', 'read', 'failed'].map((status) =>
      call('messages', {
        statuses: [
          {
            ...{ id: 'wamid.sent', status, ...at, recipient_id: from },
            ...{ biz_opaque_callback_data: '1', errors: [{ code: 131047, title: 'x' }] },
          },
        ],
      }),
    ),
    call('smb_message_echoes', {
      message_echoes: [{ from: '15550783881', to: from, id: 'wamid.echo', ...at, ...messages[0] }],
    }),
    call('message_template_status_update', {
      ...{ event: 'APPROVED', message_template_id: 1, message_template_name: 'a' },
      ...{ message_template_language: 'en', reason: 'NONE' },
    }),
  ]
}

const person = { id: 1111111, is_bot: false, first_name: 'Ann', username: 'ann_k' }
const chat = { id: 1111111, type: 'private', first_name: 'Ann' }
const base = { message_id: 7, from: person, chat, date: 1_795_000_000 }
const file = { file_id: 'AgAC', file_unique_id: 'x', file_size: 1000, mime_type: 'image/jpeg' }

/** Telegram's updates of every kind that is read. */
export const telegramUpdates: unknown[] = [
  { update_id: 1, message: { ...base, text: 'Habari', reply_to_message: { ...base, text: 'x' } } },
  { update_id: 2, message: { ...base, photo: [{ ...file, width: 90, height: 90 }], caption: 'c' } },
  { update_id: 3, message: { ...base, document: { ...file, file_name: 'a.pdf' } } },
  { update_id: 4, message: { ...base, voice: { ...file, duration: 3 } } },
  { update_id: 5, message: { ...base, location: { latitude: -1.2, longitude: 36.8 } } },
  { update_id: 6, message: { ...base, contact: { phone_number: '+2547', first_name: 'A' } } },
  { update_id: 7, edited_message: { ...base, text: 'Changed', edit_date: 1_795_000_100 } },
  {
    update_id: 8,
    callback_query: { id: '9', from: person, data: 'yes', message: { ...base, text: 'Press' } },
  },
  {
    update_id: 9,
    message_reaction: {
      ...{ chat, message_id: 7, user: person, date: 1_795_000_000 },
      ...{ old_reaction: [], new_reaction: [{ type: 'emoji', emoji: '👍' }] },
    },
  },
  {
    update_id: 10,
    my_chat_member: { chat, from: person, date: 1, new_chat_member: { status: 'kicked' } },
  },
  { update_id: 11, message: { ...base, sticker: { ...file, emoji: '👍', is_animated: false } } },
  { update_id: 12, message: { ...base, media_group_id: '5', video: { ...file, duration: 1 } } },
]

/** What Safaricom says of a prompt. */
export const mpesaCallbacks: unknown[] = [
  {
    Body: {
      stkCallback: {
        ...{ MerchantRequestID: '1-2-1', CheckoutRequestID: 'ws_CO_1', ResultCode: 0 },
        ResultDesc: 'The service request is processed successfully.',
        CallbackMetadata: {
          Item: [
            { Name: 'Amount', Value: 8584 },
            { Name: 'MpesaReceiptNumber', Value: 'NLJ7RT61SV' },
            { Name: 'TransactionDate', Value: 20261119102115 },
            { Name: 'PhoneNumber', Value: 254708374149 },
          ],
        },
      },
    },
  },
  {
    Body: {
      stkCallback: {
        ...{ MerchantRequestID: '1-2-1', CheckoutRequestID: 'ws_CO_1', ResultCode: 1032 },
        ResultDesc: 'Request cancelled by user',
      },
    },
  },
]

/** Events of Stripe. */
export const stripeEvents: unknown[] = [
  'checkout.session.completed',
  'checkout.session.expired',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'charge.refunded',
  'charge.dispute.created',
  'customer.subscription.updated',
].map((type, index) => ({
  ...{ id: `evt_${index}`, object: 'event', api_version: '2026-01-01', created: 1_795_000_000 },
  ...{ type, livemode: false, pending_webhooks: 0, request: { id: null, idempotency_key: null } },
  data: {
    object: {
      ...{ id: 'cs_1', object: 'checkout.session', amount_total: 858_400, currency: 'kes' },
      ...{ payment_status: 'paid', status: 'complete', payment_intent: 'pi_1', customer: 'cus_1' },
      ...{ client_reference_id: '1', metadata: { payment_id: '1', tenant_id: 'x' } },
    },
  },
}))

/** What a page of a website sends for its visitor, by path. */
export const chatBodies: Record<string, unknown[]> = {
  session: [
    { language: 'sw', token: 'x'.repeat(43) },
    { identity: { userId: 'u1', hash: '0'.repeat(64) }, language: 'en' },
  ],
  messages: [
    {
      ...{ key: 'abcdefgh12345678', text: 'Habari', files: ['x'] },
      profile: { name: 'A', email: 'a@b.test', phone: '0712345678', page: 'https://shop.example' },
    },
    { key: 'abcdefgh12345679', text: 'Habari' },
  ],
  receipts: [{ status: 'read', upTo: 7 }],
  typing: [{ isTyping: true }],
}
