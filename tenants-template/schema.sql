-- Made from migrations/tenant by `npm run template:dump`. Do not edit by hand.
CREATE TABLE tenant_meta (
  key text primary key,
  value text not null
) strict, without rowid;
CREATE TABLE company (
  id integer primary key check (id = 1),
  name text not null,
  industry text not null,
  description text not null default '',
  phone text,
  email text,
  website text,
  address text,
  time_zone text not null default 'Africa/Nairobi',
  currency text not null default 'KES',
  language text not null default 'en',
  logo_file_id integer references files(id),
  accent_color text not null default '#0f766e',
  hours_json text not null default '{}',
  ai_enabled integer not null default 1,
  ai_threshold real not null default 0.6,
  ai_monthly_budget_cents integer,
  ai_agent_name text not null default '',
  ai_tone text not null default 'friendly',
  ai_instructions text not null default '',
  agents_see_earlier integer not null default 0,
  agents_see_unassigned integer not null default 0,
  owner_verified_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE TABLE files (
  id integer primary key,
  storage_key text not null unique,
  name text not null,
  mime_type text not null,
  byte_size integer not null,
  sha256 text not null,
  purpose text not null check (purpose in ('message', 'product', 'logo', 'document', 'avatar')),
  created_by_member_id integer,
  created_at integer not null
) strict;
CREATE TABLE members (
  id integer primary key,
  email text not null collate nocase unique,
  name text not null,
  password_hash text,
  role text not null check (role in ('owner', 'admin', 'manager', 'agent', 'viewer')),
  permissions_json text not null default '[]',
  status text not null default 'active' check (status in ('invited', 'active', 'deactivated')),
  language text not null default 'en',
  theme text not null default 'system',
  phone text,
  totp_secret_encrypted text,
  totp_confirmed_at integer,
  totp_last_step integer,
  recovery_codes_json text,
  last_sign_in_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE TABLE member_sessions (
  id integer primary key,
  token_hash text not null unique,
  member_id integer not null references members(id) on delete cascade,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  ip text,
  user_agent text
) strict;
CREATE INDEX member_sessions_by_member on member_sessions (member_id);
CREATE INDEX member_sessions_by_expiry on member_sessions (expires_at);
CREATE TABLE member_tokens (
  token_hash text primary key,
  kind text not null check (kind in ('invitation', 'password_reset', 'email_verification')),
  member_id integer not null references members(id) on delete cascade,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict, without rowid;
CREATE INDEX member_tokens_by_member on member_tokens (member_id);
CREATE TABLE api_keys (
  id integer primary key,
  name text not null,
  key_hash text not null unique,
  key_prefix text not null,
  created_at integer not null,
  last_used_at integer,
  revoked_at integer
) strict;
CREATE TABLE audit_log (
  id integer primary key,
  at integer not null,
  actor_kind text not null check (actor_kind in ('member', 'platform', 'api', 'system')),
  actor_id integer,
  actor_name text not null,
  action text not null,
  subject_kind text,
  subject_id text,
  details_json text not null default '{}'
) strict;
CREATE TABLE jobs (
  id integer primary key,
  kind text not null,
  idempotency_key text not null,
  payload_json text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  run_at integer not null,
  attempts integer not null default 0,
  max_attempts integer not null,
  lease_until integer,
  lease_token text,
  last_error text,
  created_at integer not null,
  finished_at integer,
  unique (kind, idempotency_key)
) strict;
CREATE INDEX jobs_due on jobs (run_at, id) where state = 'queued';
CREATE INDEX jobs_leased on jobs (lease_until) where state = 'running';
CREATE INDEX jobs_finished on jobs (finished_at) where state in ('done', 'cancelled');
CREATE INDEX jobs_failed on jobs (finished_at) where state = 'failed';
CREATE TABLE changes (
  id integer primary key autoincrement,
  kind text not null,
  conversation_id integer,
  data_json text not null default '{}',
  at integer not null
) strict;
CREATE TABLE endpoints (
  id integer primary key,
  key text not null unique,
  channel text not null check (channel in ('whatsapp-cloud', 'telegram', 'web-chat')),
  name text not null,
  external_id text,
  config_json text not null default '{}',
  secrets_encrypted text,
  status text not null default 'active' check (status in ('active', 'needs_reconnect', 'disabled')),
  status_reason text,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE TABLE contacts (
  id integer primary key,
  name text not null default '',
  phone text,
  email text,
  language text,
  notes text not null default '',
  score integer not null default 50,
  score_color text not null default 'yellow' check (score_color in ('green', 'yellow', 'red')),
  score_updated_at integer,
  blocked_at integer,
  unreachable_at integer,
  last_message_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX contacts_by_activity on contacts (coalesce(last_message_at, created_at) desc, id desc);
CREATE INDEX contacts_by_score on contacts (score desc, id desc);
CREATE INDEX contacts_by_phone on contacts (phone) where phone is not null;
CREATE VIRTUAL TABLE contacts_fts using fts5 (
  name, phone, email, content = 'contacts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER contacts_fts_insert after insert on contacts begin
  insert into contacts_fts (rowid, name, phone, email) values (new.id, new.name, new.phone, new.email);
end;
CREATE TRIGGER contacts_fts_delete after delete on contacts begin
  insert into contacts_fts (contacts_fts, rowid, name, phone, email) values ('delete', old.id, old.name, old.phone, old.email);
end;
CREATE TRIGGER contacts_fts_update after update of name, phone, email on contacts begin
  insert into contacts_fts (contacts_fts, rowid, name, phone, email) values ('delete', old.id, old.name, old.phone, old.email);
  insert into contacts_fts (rowid, name, phone, email) values (new.id, new.name, new.phone, new.email);
end;
CREATE TABLE contact_identities (
  id integer primary key,
  contact_id integer not null references contacts(id) on delete cascade,
  channel text not null,
  kind text not null check (kind in ('phone', 'user_id', 'username')),
  external_id text not null,
  created_at integer not null,
  unique (channel, kind, external_id)
) strict;
CREATE INDEX contact_identities_by_contact on contact_identities (contact_id);
CREATE TABLE score_contributions (
  contact_id integer not null references contacts(id) on delete cascade,
  rule text not null,
  ordinal integer not null default 0,
  points integer not null,
  message_id integer,
  at integer not null,
  primary key (contact_id, rule, ordinal)
) strict, without rowid;
CREATE TABLE conversations (
  id integer primary key,
  contact_id integer not null references contacts(id),
  endpoint_id integer not null references endpoints(id),
  channel text not null,
  status text not null default 'new' check (status in ('new', 'in_progress', 'waiting', 'snoozed', 'closed')),
  outcome text not null default 'none' check (outcome in ('none', 'won', 'lost', 'resolved', 'abandoned')),
  is_open integer not null generated always as (status <> 'closed') virtual,
  assigned_to integer references members(id),
  assigned_at integer,
  assigned_by integer references members(id),
  ai_state text not null default 'on' check (ai_state in ('on', 'paused', 'off')),
  needs_person_at integer,
  needs_person_reason text,
  last_message_id integer,
  last_message_at integer not null,
  last_inbound_id integer,
  last_inbound_provider_at integer,
  typing_until integer,
  created_at integer not null,
  updated_at integer not null,
  closed_at integer
) strict;
CREATE INDEX conversations_by_activity on conversations (is_open, last_message_at desc, id desc);
CREATE INDEX conversations_all_by_activity on conversations (last_message_at desc, id desc);
CREATE INDEX conversations_by_assignee on conversations (is_open, assigned_to, last_message_at desc, id desc);
CREATE INDEX conversations_by_contact on conversations (contact_id, id desc);
CREATE UNIQUE INDEX conversations_open_per_contact on conversations (contact_id, endpoint_id) where status <> 'closed';
CREATE TABLE messages (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  endpoint_id integer not null references endpoints(id),
  direction text not null check (direction in ('inbound', 'outbound')),
  author_kind text not null check (author_kind in ('contact', 'ai', 'member', 'phone', 'system')),
  author_member_id integer references members(id),
  type text not null check (type in ('text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts', 'interactive', 'order', 'system', 'unsupported')),
  text text,
  payload_json text not null default '{}',
  status text not null check (status in ('received', 'queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unconfirmed')),
  played_at integer,
  provider_id text,
  provider_at integer,
  sort_at integer not null,
  reply_to_id integer,
  reply_to_provider_id text,
  edited_at integer,
  deleted_at integer,
  failure_code text,
  failure_reason text,
  ai_answer_id integer,
  idempotency_key text unique,
  created_at integer not null
) strict;
CREATE UNIQUE INDEX messages_by_provider_id on messages (endpoint_id, provider_id) where provider_id is not null;
CREATE INDEX messages_by_thread on messages (conversation_id, sort_at, id);
CREATE INDEX messages_waiting on messages (endpoint_id, id) where status in ('queued', 'sending');
CREATE VIRTUAL TABLE messages_fts using fts5 (
  text, content = 'messages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER messages_fts_insert after insert on messages when new.text is not null begin
  insert into messages_fts (rowid, text) values (new.id, new.text);
end;
CREATE TRIGGER messages_fts_delete after delete on messages when old.text is not null begin
  insert into messages_fts (messages_fts, rowid, text) values ('delete', old.id, old.text);
end;
CREATE TRIGGER messages_fts_update after update of text on messages when old.text is not new.text begin
  insert into messages_fts (messages_fts, rowid, text) select 'delete', old.id, old.text where old.text is not null;
  insert into messages_fts (rowid, text) select new.id, new.text where new.text is not null;
end;
CREATE TABLE message_edits (
  id integer primary key,
  message_id integer not null references messages(id) on delete cascade,
  previous_text text,
  at integer not null
) strict;
CREATE INDEX message_edits_by_message on message_edits (message_id);
CREATE TABLE message_media (
  message_id integer not null references messages(id) on delete cascade,
  position integer not null default 0,
  kind text not null check (kind in ('image', 'video', 'audio', 'document', 'sticker')),
  file_id integer references files(id),
  provider_media_id text,
  provider_url text,
  mime_type text,
  file_name text,
  byte_size integer,
  sha256 text,
  is_voice integer not null default 0,
  state text not null default 'pending' check (state in ('pending', 'stored', 'failed', 'refused')),
  failure_reason text,
  primary key (message_id, position)
) strict, without rowid;
CREATE TABLE message_reactions (
  message_id integer not null references messages(id) on delete cascade,
  by_kind text not null check (by_kind in ('contact', 'member', 'phone')),
  by_id integer not null default 0,
  emoji text not null,
  at integer not null,
  primary key (message_id, by_kind, by_id)
) strict, without rowid;
CREATE TABLE message_attempts (
  id integer primary key,
  message_id integer not null references messages(id) on delete cascade,
  number integer not null,
  state text not null check (state in ('sending', 'accepted', 'failed', 'unconfirmed')),
  provider_id text,
  error_code text,
  error_reason text,
  started_at integer not null,
  ended_at integer,
  unique (message_id, number)
) strict;
CREATE TABLE inbound_events (
  id integer primary key,
  endpoint_id integer not null references endpoints(id),
  provider_event_id text not null,
  raw blob not null,
  received_at integer not null,
  processed_at integer,
  error text,
  unique (endpoint_id, provider_event_id)
) strict;
CREATE INDEX inbound_events_unprocessed on inbound_events (id) where processed_at is null;
CREATE TABLE early_statuses (
  id integer primary key,
  endpoint_id integer not null references endpoints(id),
  provider_id text not null,
  status text not null,
  at integer not null,
  failure_code text,
  failure_reason text,
  received_at integer not null
) strict;
CREATE INDEX early_statuses_by_message on early_statuses (endpoint_id, provider_id);
CREATE TABLE notes (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  member_id integer not null references members(id),
  text text not null,
  created_at integer not null,
  deleted_at integer
) strict;
CREATE INDEX notes_by_conversation on notes (conversation_id, created_at);
CREATE TABLE conversation_events (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  kind text not null,
  actor_kind text not null check (actor_kind in ('member', 'contact', 'phone', 'ai', 'api', 'system')),
  actor_member_id integer references members(id),
  data_json text not null default '{}',
  at integer not null
) strict;
CREATE INDEX conversation_events_by_conversation on conversation_events (conversation_id, at);
CREATE TABLE conversation_reads (
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  last_read_message_id integer not null,
  at integer not null,
  primary key (member_id, conversation_id)
) strict, without rowid;
CREATE TABLE message_templates (
  id integer primary key,
  endpoint_id integer not null references endpoints(id),
  provider_id text,
  name text not null,
  language text not null,
  category text not null,
  status text not null,
  components_json text not null,
  synced_at integer not null,
  unique (endpoint_id, name, language)
) strict;
CREATE TABLE web_chat_visitors (
  id integer primary key,
  endpoint_id integer not null references endpoints(id),
  contact_id integer references contacts(id),
  token_hash text not null unique,
  external_id text,
  language text not null default 'en',
  created_at integer not null,
  last_seen_at integer not null
) strict;
CREATE INDEX web_chat_visitors_by_identity on web_chat_visitors (endpoint_id, external_id);
CREATE TABLE ai_answers (
  id integer primary key,
  conversation_id integer references conversations(id) on delete cascade,
  turn_message_id integer,
  outcome text not null check (outcome in ('pending', 'sent', 'handed_over', 'suggested', 'dropped', 'failed')),
  outcome_reason text,
  writer text not null check (writer in ('model', 'builtin', 'none')),
  model text,
  reply text not null default '',
  confidence real,
  model_confidence real,
  retrieval_score real,
  threshold real,
  hand_over integer not null default 0,
  hand_over_reason text,
  input_tokens integer not null default 0,
  output_tokens integer not null default 0,
  cached_input_tokens integer not null default 0,
  cost_micros integer not null default 0,
  latency_ms integer not null default 0,
  message_id integer,
  error text,
  requested_by_member_id integer references members(id),
  created_at integer not null
) strict;
CREATE INDEX ai_answers_by_conversation on ai_answers (conversation_id, id desc);
CREATE TABLE ai_answer_sources (
  answer_id integer not null references ai_answers(id) on delete cascade,
  number integer not null,
  passage_id integer,
  source_kind text not null,
  source_id integer not null,
  title text not null,
  text text not null,
  score real,
  is_cited integer not null default 0,
  primary key (answer_id, number)
) strict, without rowid;
CREATE TABLE ai_spend (
  month text primary key,
  cost_micros integer not null default 0,
  answers integer not null default 0,
  stopped_at integer
) strict, without rowid;
CREATE TABLE faqs (
  id integer primary key,
  question text not null collate nocase unique,
  answer text not null,
  is_active integer not null default 1,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX faqs_by_update on faqs (updated_at, id);
CREATE TABLE documents (
  id integer primary key,
  name text not null collate nocase unique,
  text text not null,
  file_id integer references files(id),
  status text not null default 'processed' check (status in ('processing', 'processed', 'failed')),
  failure_reason text,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX documents_by_update on documents (updated_at, id);
CREATE TABLE products (
  id integer primary key,
  sku text not null collate nocase unique,
  name text not null,
  description text not null default '',
  price_minor integer not null check (price_minor >= 0),
  currency text not null,
  stock integer,
  image_file_id integer references files(id),
  is_active integer not null default 1,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX products_by_update on products (updated_at, id);
CREATE TABLE passages (
  id integer primary key autoincrement,
  source_kind text not null check (source_kind in ('faq', 'document', 'product')),
  source_id integer not null,
  ordinal integer not null default 0,
  title text not null,
  text text not null,
  text_hash text not null,
  updated_at integer not null,
  unique (source_kind, source_id, ordinal)
) strict;
CREATE TABLE knowledge_state (
  id integer primary key check (id = 1),
  passages_revision integer not null default 0,
  vectors_revision integer not null default 0
) strict;
CREATE VIRTUAL TABLE passages_fts using fts5 (
  title, text, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER passages_fts_insert after insert on passages begin
  insert into passages_fts (rowid, title, text) values (new.id, new.title, new.text);
  insert into knowledge_state (id, passages_revision) values (1, 1)
    on conflict (id) do update set passages_revision = passages_revision + 1;
end;
CREATE TRIGGER passages_fts_delete after delete on passages begin
  insert into passages_fts (passages_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
  insert into knowledge_state (id, passages_revision) values (1, 1)
    on conflict (id) do update set passages_revision = passages_revision + 1;
end;
CREATE TRIGGER passages_fts_update after update of title, text on passages begin
  insert into passages_fts (passages_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
  insert into passages_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
CREATE VIRTUAL TABLE passages_vocabulary using fts5vocab('passages_fts', 'row');
CREATE TABLE embedding_models (
  id integer primary key,
  provider text not null,
  model text not null,
  dimensions integer not null,
  state text not null check (state in ('building', 'ready', 'retired')),
  fitted_passages integer not null default 0,
  -- knowledge_state.passages_revision when it was fitted
  fitted_revision integer not null default 0,
  -- how well vectors find the company's own passages, as a multiple of what bare words do, for short
  -- and for long questions
  fidelity_short real not null default 1,
  fidelity_long real not null default 1,
  parameters blob,
  created_at integer not null,
  ready_at integer
) strict;
CREATE TABLE passage_vectors (
  model_id integer not null references embedding_models(id) on delete cascade,
  passage_id integer not null references passages(id) on delete cascade,
  -- float32, unit length
  vector blob not null,
  revision integer not null,
  primary key (model_id, passage_id)
) strict;
CREATE INDEX passage_vectors_by_passage on passage_vectors (passage_id);
CREATE INDEX passage_vectors_by_revision on passage_vectors (model_id, revision);
CREATE INDEX conversations_needing_person on conversations (last_message_at desc, id desc)
  where needs_person_at is not null and status <> 'closed';
CREATE INDEX messages_awaiting_quote on messages (endpoint_id, reply_to_provider_id)
  where reply_to_provider_id is not null and reply_to_id is null;
CREATE INDEX message_attempts_by_provider_id on message_attempts (provider_id) where provider_id is not null;
CREATE INDEX message_media_by_file on message_media (file_id) where file_id is not null;
pragma user_version = 6;
