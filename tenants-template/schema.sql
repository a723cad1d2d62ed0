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
, assignment_strategy text not null default 'manual'
  check (assignment_strategy in ('manual', 'round_robin', 'workload', 'expertise')), queue_when text not null default 'needs_person'
  check (queue_when in ('always', 'needs_person')), default_capacity integer not null default 20, auto_away_minutes integer not null default 15, direct_transfer integer not null default 0, out_of_hours_message text not null default '', out_of_hours_with_ai integer not null default 0, shows_rank integer not null default 0, idle_close_hours integer, reopen_hours integer not null default 0, close_requires text not null default 'won_amount', csat_enabled integer not null default 0, csat_channels text not null default '', csat_delay_minutes integer not null default 5, csat_question_en text not null default '', csat_question_sw text not null default '', sla_enabled integer not null default 0, sla_ai_replies integer not null default 1, retention_messages_days integer, retention_contacts_days integer, retention_message_id integer not null default 0, link_previews integer not null default 1, support_may_change integer not null default 0, industry_texts_json text, ai_voice_json text, ai_teaching_json text, ai_tools_json text, ai_return_minutes integer
  check (ai_return_minutes between 1 and 1440)) strict;
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
, is_voice integer not null default 0, duration_ms integer) strict;
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
, capacity integer, department_id integer references departments(id), title text not null default '', undo_send integer not null default 1, quiet_from integer, quiet_until integer, digest text not null default 'off' check (digest in ('off', 'daily', 'weekly')), push_names integer not null default 0) strict;
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
, previous_hash text, hash text) strict;
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
, assignment_strategy text
  check (assignment_strategy in ('manual', 'round_robin', 'workload', 'expertise'))) strict;
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
, phone_verified_at integer, email_verified_at integer, location text not null default '', source text not null default '', campaign text not null default '', deleted_at integer, merged_into integer references contacts(id), owner_id integer references members(id), erased_at integer, created_by integer references members(id)) strict;
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
, priority_id integer references priorities(id), queued_at integer, snoozed_until integer, snoozed_by integer references members(id), unanswered_since integer, wait_order integer
  generated always as (coalesce(unanswered_since, 9000000000000000 - last_message_at)) virtual, has_media integer not null default 0, deleted_at integer, deleted_by integer references members(id), score integer not null default 50, closed_by integer references members(id), closed_reason text not null default '', lost_reason_id integer references lost_reasons(id)) strict;
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
, held_until integer, removal_requested_at integer, change_failed text check (change_failed in ('reaction', 'wording', 'removal'))) strict;
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
, member_id integer references members(id)) strict;
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
  failure_reason text, transcript text,
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
  synced_at integer not null, submitted_by integer references members(id), rejected_reason text, submitted_at integer, header_file_id integer references files(id), change_json text, change_state text
  check (change_state in ('submitting', 'failed', 'deleting')), change_reason text,
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
, rejected_reply text) strict;
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
  is_cited integer not null default 0, page integer, url text,
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
, category text not null default '' collate nocase, language text) strict;
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
, origin text not null default 'written'
  check (origin in ('written', 'file', 'page')), format text, pages integer, url text, reading_version integer, started_at integer) strict;
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
CREATE TABLE knowledge_state (
  id integer primary key check (id = 1),
  passages_revision integer not null default 0,
  vectors_revision integer not null default 0
) strict;
CREATE VIRTUAL TABLE passages_fts using fts5 (
  title, text, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
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
CREATE INDEX conversations_needing_person on conversations (last_message_at desc, id desc)
  where needs_person_at is not null and status <> 'closed';
CREATE INDEX messages_awaiting_quote on messages (endpoint_id, reply_to_provider_id)
  where reply_to_provider_id is not null and reply_to_id is null;
CREATE INDEX message_attempts_by_provider_id on message_attempts (provider_id) where provider_id is not null;
CREATE INDEX message_media_by_file on message_media (file_id) where file_id is not null;
CREATE TABLE holidays (
  -- yyyy-mm-dd in the company's zone
  day text primary key,
  name text not null
) strict, without rowid;
CREATE TABLE departments (
  id integer primary key,
  name text not null collate nocase unique,
  created_at integer not null
) strict;
CREATE TABLE skills (
  id integer primary key,
  name text not null collate nocase unique,
  -- a conversation needs the skill when the customer uses one of these words, one per line
  words text not null default '',
  created_at integer not null
, inquiry_types text not null default '', for_unhappy integer not null default 0) strict;
CREATE TABLE member_skills (
  member_id integer not null references members(id) on delete cascade,
  skill_id integer not null references skills(id) on delete cascade,
  primary key (member_id, skill_id)
) strict, without rowid;
CREATE INDEX member_skills_by_skill on member_skills (skill_id);
CREATE TABLE member_presence (
  member_id integer primary key references members(id) on delete cascade,
  -- what the person chose; the state shown also asks when they were last there
  chosen text not null default 'online' check (chosen in ('online', 'busy', 'away', 'offline')),
  last_active_at integer not null default 0,
  updated_at integer not null
) strict;
CREATE TABLE priorities (
  id integer primary key,
  name text not null collate nocase unique,
  -- 1 is the most urgent
  rank integer not null,
  color text not null default 'neutral',
  is_default integer not null default 0,
  first_reply_minutes integer,
  next_reply_minutes integer,
  resolution_minutes integer,
  created_at integer not null
) strict;
CREATE TABLE tags (
  id integer primary key,
  name text not null collate nocase unique,
  color text not null default 'neutral',
  created_at integer not null
) strict;
CREATE TABLE conversation_tags (
  conversation_id integer not null references conversations(id) on delete cascade,
  tag_id integer not null references tags(id) on delete cascade,
  at integer not null,
  primary key (conversation_id, tag_id)
) strict, without rowid;
CREATE INDEX conversation_tags_by_tag on conversation_tags (tag_id, conversation_id);
CREATE INDEX conversations_queued on conversations (queued_at, id)
  where queued_at is not null and assigned_to is null and status <> 'closed';
CREATE TABLE assignments (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  from_member_id integer references members(id),
  to_member_id integer references members(id),
  by_kind text not null check (by_kind in ('member', 'rule', 'system', 'ai', 'phone', 'api')),
  by_member_id integer references members(id),
  -- the strategy or the transfer that led here
  rule text,
  reason text not null default '',
  at integer not null
) strict;
CREATE INDEX assignments_by_conversation on assignments (conversation_id, id);
CREATE INDEX assignments_by_member on assignments (to_member_id, at);
CREATE TABLE rotation (
  -- 0 is the company's, else an endpoint with a strategy of its own
  endpoint_id integer primary key,
  last_member_id integer not null
) strict;
CREATE TABLE transfer_requests (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  requested_by integer not null references members(id),
  target_member_id integer references members(id),
  reason text not null,
  state text not null default 'pending' check (state in ('pending', 'approved', 'redirected', 'refused', 'withdrawn', 'moot')),
  decided_by integer references members(id),
  given_to integer references members(id),
  decision_reason text not null default '',
  created_at integer not null,
  decided_at integer
) strict;
CREATE UNIQUE INDEX transfer_requests_one_pending on transfer_requests (conversation_id) where state = 'pending';
CREATE INDEX transfer_requests_by_state on transfer_requests (state, id);
CREATE INDEX transfer_requests_by_member on transfer_requests (requested_by, id);
CREATE INDEX conversations_snoozed on conversations (snoozed_until, id) where status = 'snoozed';
CREATE INDEX conversations_unanswered on conversations (unanswered_since, id) where unanswered_since is not null and status <> 'closed';
CREATE INDEX conversations_by_wait on conversations (is_open, wait_order, id);
CREATE INDEX conversations_with_media on conversations (id) where has_media = 1;
CREATE INDEX conversations_by_priority on conversations (priority_id, id) where priority_id is not null;
CREATE INDEX conversations_by_channel on conversations (channel, id);
CREATE INDEX conversations_deleted on conversations (deleted_at, id) where deleted_at is not null;
CREATE INDEX conversations_waiting on conversations (last_message_at desc, id desc) where status = 'waiting';
CREATE INDEX conversations_asleep on conversations (last_message_at desc, id desc) where status = 'snoozed';
CREATE INDEX conversations_by_score on conversations (is_open, score desc, id desc);
CREATE TRIGGER conversations_score_changed after update of score on contacts when new.score <> old.score begin
  update conversations set score = new.score where contact_id = new.id;
end;
CREATE TRIGGER conversations_score_new after insert on conversations begin
  update conversations set score = (select c.score from contacts c where c.id = new.contact_id)
    where id = new.id and score <> (select c.score from contacts c where c.id = new.contact_id);
end;
CREATE TRIGGER conversations_score_moved after update of contact_id on conversations when new.contact_id <> old.contact_id begin
  update conversations set score = (select c.score from contacts c where c.id = new.contact_id) where id = new.id;
end;
CREATE TABLE saved_views (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  name text not null,
  is_shared integer not null default 0,
  -- the view's address query
  query text not null,
  created_at integer not null
) strict;
CREATE INDEX saved_views_by_member on saved_views (member_id, id);
CREATE VIRTUAL TABLE notes_fts using fts5 (
  text, content = 'notes', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER notes_fts_insert after insert on notes begin
  insert into notes_fts (rowid, text) values (new.id, new.text);
end;
CREATE TRIGGER notes_fts_delete after delete on notes begin
  insert into notes_fts (notes_fts, rowid, text) values ('delete', old.id, old.text);
end;
CREATE TRIGGER notes_fts_update after update of text on notes begin
  insert into notes_fts (notes_fts, rowid, text) values ('delete', old.id, old.text);
  insert into notes_fts (rowid, text) values (new.id, new.text);
end;
CREATE TABLE bulk_actions (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  kind text not null,
  -- list of {id, reason} or {id, before}
  rows_json text not null,
  created_at integer not null,
  undone_at integer
) strict;
CREATE INDEX bulk_actions_by_age on bulk_actions (created_at);
CREATE TABLE scheduled_messages (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  member_id integer not null references members(id),
  -- what the composer would send, its files aside: {text, template, replyToId}
  content_json text not null,
  send_at integer not null,
  cancel_on_reply integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'cancelled', 'failed')),
  state_reason text,
  message_id integer references messages(id),
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX scheduled_messages_by_conversation on scheduled_messages (conversation_id, state, send_at);
CREATE INDEX scheduled_messages_waiting on scheduled_messages (send_at, id) where state = 'waiting';
CREATE TABLE scheduled_message_files (
  scheduled_message_id integer not null references scheduled_messages(id) on delete cascade,
  position integer not null,
  file_id integer not null references files(id),
  primary key (scheduled_message_id, position)
) strict, without rowid;
CREATE INDEX scheduled_message_files_by_file on scheduled_message_files (file_id);
CREATE TABLE drafts (
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  kind text not null check (kind in ('reply', 'note')),
  text text not null,
  updated_at integer not null,
  primary key (member_id, conversation_id, kind)
) strict, without rowid;
CREATE TABLE canned_responses (
  id integer primary key,
  shortcut text not null collate nocase,
  title text not null,
  text text not null,
  -- null is the whole company
  department_id integer references departments(id),
  created_by integer references members(id),
  used_count integer not null default 0,
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE UNIQUE INDEX canned_responses_by_shortcut on canned_responses (shortcut, coalesce(department_id, 0));
CREATE TABLE canned_response_files (
  canned_response_id integer not null references canned_responses(id) on delete cascade,
  position integer not null,
  file_id integer not null references files(id),
  primary key (canned_response_id, position)
) strict, without rowid;
CREATE INDEX canned_response_files_by_file on canned_response_files (file_id);
CREATE TABLE message_links (
  message_id integer not null references messages(id) on delete cascade,
  position integer not null,
  url text not null,
  primary key (message_id, position)
) strict, without rowid;
CREATE INDEX message_links_by_url on message_links (url);
CREATE TABLE link_previews (
  url text primary key,
  state text not null check (state in ('pending', 'ready', 'failed')),
  title text,
  description text,
  site_name text,
  image_file_id integer references files(id),
  fetched_at integer not null
, expires_at integer not null default 0, failure_reason text) strict, without rowid;
CREATE TABLE message_translations (
  message_id integer not null references messages(id) on delete cascade,
  language text not null,
  text text not null,
  source_hash text not null,
  created_at integer not null, source_language text,
  primary key (message_id, language)
) strict, without rowid;
CREATE INDEX link_previews_by_image on link_previews (image_file_id) where image_file_id is not null;
CREATE TABLE conversation_viewers (
  conversation_id integer not null references conversations(id) on delete cascade,
  member_id integer not null references members(id) on delete cascade,
  seen_at integer not null,
  typed_at integer,
  primary key (conversation_id, member_id)
) strict, without rowid;
CREATE INDEX conversation_viewers_by_member on conversation_viewers (member_id, seen_at);
CREATE TABLE id_floors (
  name text primary key,
  floor integer not null
) strict, without rowid;
CREATE TRIGGER messages_keep_ids after delete on messages begin
  insert into id_floors (name, floor) values ('messages', old.id)
    on conflict (name) do update set floor = excluded.floor where excluded.floor > floor;
end;
CREATE TABLE macros (
  id integer primary key,
  name text not null collate nocase,
  -- list of {kind, …}
  actions_json text not null,
  -- whose it is: a department's, one person's own, or with neither the whole company's
  department_id integer references departments(id),
  owner_id integer references members(id) on delete cascade,
  created_by integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE UNIQUE INDEX macros_by_name on macros (name, coalesce(department_id, 0), coalesce(owner_id, 0));
CREATE TABLE macro_runs (
  id integer primary key,
  macro_id integer references macros(id) on delete set null,
  conversation_id integer not null references conversations(id) on delete cascade,
  member_id integer not null references members(id) on delete cascade,
  run_key text not null,
  -- the kinds of its steps, in order
  steps_json text not null,
  at integer not null,
  unique (member_id, run_key)
) strict;
CREATE INDEX macro_runs_by_conversation on macro_runs (conversation_id, at);
CREATE INDEX macro_runs_by_macro on macro_runs (macro_id) where macro_id is not null;
CREATE TABLE note_mentions (
  note_id integer not null references notes(id) on delete cascade,
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  at integer not null,
  read_at integer,
  -- when that member was told; null: they could not see the conversation then
  told_at integer,
  primary key (note_id, member_id)
) strict, without rowid;
CREATE INDEX note_mentions_by_member on note_mentions (member_id, at desc);
CREATE INDEX note_mentions_by_conversation on note_mentions (conversation_id, member_id);
CREATE TABLE tasks (
  id integer primary key,
  kind text not null check (kind in ('reminder', 'follow_up')),
  title text not null,
  member_id integer not null references members(id),
  conversation_id integer references conversations(id) on delete cascade,
  contact_id integer references contacts(id) on delete cascade,
  lead_id integer references leads(id) on delete cascade,
  due_at integer not null,
  reminded_at integer,
  done_at integer,
  -- gone for its member, who may take it back for a while
  deleted_at integer,
  created_by integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX tasks_by_member on tasks (member_id, due_at, id) where done_at is null and deleted_at is null;
CREATE INDEX tasks_done on tasks (member_id, done_at desc, id desc) where done_at is not null and deleted_at is null;
CREATE INDEX tasks_deleted on tasks (member_id, deleted_at) where deleted_at is not null;
CREATE INDEX tasks_by_lead on tasks (lead_id) where lead_id is not null;
CREATE INDEX tasks_by_contact on tasks (contact_id, due_at) where contact_id is not null;
CREATE INDEX tasks_by_conversation on tasks (conversation_id, due_at) where conversation_id is not null;
CREATE INDEX tasks_due on tasks (due_at, id) where done_at is null and reminded_at is null;
CREATE INDEX message_templates_by_file on message_templates (header_file_id) where header_file_id is not null;
CREATE TABLE watches (
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  at integer not null,
  primary key (member_id, conversation_id)
) strict, without rowid;
CREATE TABLE lost_reasons (
  id integer primary key,
  name text not null collate nocase,
  position integer not null,
  -- no longer offered; what was closed with it keeps it
  archived_at integer,
  created_at integer not null
) strict;
CREATE UNIQUE INDEX lost_reasons_by_name on lost_reasons (name) where archived_at is null;
CREATE TABLE sales (
  id integer primary key,
  conversation_id integer references conversations(id) on delete set null,
  contact_id integer not null references contacts(id),
  lead_id integer,
  -- who sold; a fact that stays when the person leaves
  member_id integer references members(id),
  channel text,
  amount_minor integer not null check (amount_minor >= 0),
  currency text not null,
  payment_method text not null default '' check (payment_method in ('', 'cash', 'mpesa', 'card', 'bank', 'other')),
  what_worked text not null default '',
  at integer not null,
  corrected_at integer,
  corrected_by integer references members(id),
  voided_at integer,
  voided_by integer references members(id),
  void_reason text not null default ''
) strict;
CREATE INDEX sales_by_time on sales (at, id);
CREATE INDEX sales_by_contact on sales (contact_id, at);
CREATE INDEX sales_by_conversation on sales (conversation_id);
CREATE TABLE sale_items (
  sale_id integer not null references sales(id) on delete cascade,
  position integer not null,
  -- the name stays when the product leaves the catalogue
  product_id integer references products(id) on delete set null,
  name text not null,
  quantity integer not null check (quantity > 0),
  unit_price_minor integer not null check (unit_price_minor >= 0),
  primary key (sale_id, position)
) strict, without rowid;
CREATE INDEX sale_items_by_product on sale_items (product_id);
CREATE TABLE csat_surveys (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  contact_id integer not null references contacts(id),
  -- who had it when it was closed
  member_id integer references members(id),
  channel text not null,
  -- of the link's secret, which is made when it is sent
  token_hash text unique,
  state text not null default 'planned' check (state in ('planned', 'sent', 'answered', 'skipped')),
  skip_reason text,
  rating integer check (rating between 1 and 5),
  comment text not null default '',
  closed_at integer not null,
  sent_at integer,
  answered_at integer,
  unique (conversation_id, closed_at)
) strict;
CREATE INDEX csat_by_answer on csat_surveys (answered_at, id) where answered_at is not null;
CREATE INDEX csat_by_contact on csat_surveys (contact_id, id);
CREATE TABLE sla_clocks (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  kind text not null check (kind in ('first_reply', 'next_reply', 'resolution')),
  -- minutes of business time that are allowed, as the priority said when it started
  target_minutes integer not null,
  started_at integer not null,
  -- of business time, while it stood still
  paused_ms integer not null default 0,
  paused_at integer,
  warn_at integer not null,
  due_at integer not null,
  warned_at integer,
  breached_at integer,
  met_at integer,
  cancelled_at integer,
  -- who had it when it was breached
  member_id integer references members(id),
  priority_id integer references priorities(id),
  unique (conversation_id, kind, started_at)
) strict;
CREATE INDEX sla_clocks_open on sla_clocks (conversation_id, due_at, warn_at) where met_at is null and cancelled_at is null;
CREATE INDEX sla_clocks_breached on sla_clocks (breached_at, id) where breached_at is not null;
CREATE INDEX sla_clocks_by_due on sla_clocks (due_at, kind);
CREATE TABLE notifications (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  kind text not null,
  conversation_id integer references conversations(id) on delete cascade,
  contact_id integer references contacts(id) on delete cascade,
  -- ids and names for the sentence, never message text
  data_json text not null default '{}',
  created_at integer not null,
  -- 0 is only pushed or mailed: the person wants none of this kind in the list
  in_app integer not null default 1,
  read_at integer,
  pushed_at integer,
  mailed_at integer,
  dedupe_key text
) strict;
CREATE INDEX notifications_by_member on notifications (member_id, id desc);
CREATE INDEX notifications_unread on notifications (member_id, id desc) where read_at is null;
CREATE INDEX notifications_by_conversation on notifications (conversation_id, member_id) where read_at is null;
CREATE INDEX notifications_by_time on notifications (created_at);
CREATE UNIQUE INDEX notifications_once on notifications (member_id, dedupe_key) where dedupe_key is not null;
CREATE TABLE notification_preferences (
  member_id integer not null references members(id) on delete cascade,
  kind text not null,
  in_app integer not null default 1,
  push integer not null default 1,
  email integer not null default 0,
  primary key (member_id, kind)
) strict, without rowid;
CREATE TABLE push_subscriptions (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  -- signing out there, or ending the session from elsewhere, silences the device
  session_id integer references member_sessions(id) on delete cascade,
  endpoint text not null unique,
  keys_encrypted text not null,
  user_agent text,
  -- failures in a row; the last answer of the push service was no good
  failures integer not null default 0,
  created_at integer not null,
  last_used_at integer
) strict;
CREATE INDEX push_subscriptions_by_member on push_subscriptions (member_id);
CREATE INDEX push_subscriptions_by_session on push_subscriptions (session_id);
CREATE INDEX contacts_by_writer on contacts (created_by) where created_by is not null;
CREATE INDEX contacts_by_phone_tail on contacts (substr(phone, -9)) where phone is not null;
CREATE INDEX contacts_by_email on contacts (lower(email)) where email is not null;
CREATE INDEX contacts_by_language on contacts (language, id) where language is not null;
CREATE INDEX contacts_by_source on contacts (source, id) where source <> '';
CREATE TABLE contact_tags (
  contact_id integer not null references contacts(id) on delete cascade,
  tag_id integer not null references tags(id) on delete cascade,
  at integer not null,
  primary key (contact_id, tag_id)
) strict, without rowid;
CREATE INDEX contact_tags_by_tag on contact_tags (tag_id, contact_id);
CREATE TABLE custom_fields (
  id integer primary key,
  key text not null unique,
  name text not null,
  type text not null check (type in ('text', 'number', 'date', 'choice', 'yes_no')),
  choices_json text not null default '[]',
  position integer not null default 0,
  archived_at integer,
  created_at integer not null
) strict;
CREATE TABLE contact_field_values (
  contact_id integer not null references contacts(id) on delete cascade,
  field_id integer not null references custom_fields(id) on delete cascade,
  value text not null,
  updated_at integer not null,
  primary key (contact_id, field_id)
) strict, without rowid;
CREATE INDEX contact_field_values_by_value on contact_field_values (field_id, value, contact_id);
CREATE TABLE contact_consents (
  contact_id integer not null references contacts(id) on delete cascade,
  channel text not null,
  -- marketing, utility, authentication, or * for all that is sent automatically
  category text not null,
  state text not null check (state in ('granted', 'withdrawn')),
  source text not null,
  message_id integer,
  at integer not null,
  primary key (contact_id, channel, category)
) strict, without rowid;
CREATE INDEX contact_consents_by_state on contact_consents (state, contact_id);
CREATE TABLE contact_consent_changes (
  id integer primary key,
  contact_id integer not null references contacts(id) on delete cascade,
  channel text not null,
  category text not null,
  state text not null check (state in ('granted', 'withdrawn')),
  source text not null,
  message_id integer,
  member_id integer references members(id),
  at integer not null
) strict;
CREATE INDEX contact_consent_changes_by_contact on contact_consent_changes (contact_id, id);
CREATE INDEX contact_consent_changes_by_message on contact_consent_changes (message_id) where message_id is not null;
CREATE TABLE contact_notes (
  id integer primary key,
  contact_id integer not null references contacts(id) on delete cascade,
  member_id integer references members(id),
  text text not null,
  created_at integer not null,
  deleted_at integer
) strict;
CREATE INDEX contact_notes_by_contact on contact_notes (contact_id, id);
CREATE TABLE contact_merges (
  id integer primary key,
  survivor_id integer not null references contacts(id),
  merged_id integer not null references contacts(id),
  -- which rows moved and what was overwritten, for undoing
  undo_json text not null,
  by_member_id integer references members(id),
  at integer not null,
  undone_at integer
) strict;
CREATE INDEX contact_merges_by_survivor on contact_merges (survivor_id, id);
CREATE TABLE conversation_merges (
  id integer primary key,
  survivor_id integer not null,
  -- its row is gone; addresses of it lead to the survivor
  merged_id integer not null,
  undo_json text not null,
  by_member_id integer references members(id),
  at integer not null,
  undone_at integer
) strict;
CREATE INDEX conversation_merges_by_merged on conversation_merges (merged_id);
CREATE TABLE contact_distinctions (
  low_id integer not null references contacts(id) on delete cascade,
  high_id integer not null references contacts(id) on delete cascade,
  by_member_id integer references members(id),
  at integer not null,
  primary key (low_id, high_id)
) strict, without rowid;
CREATE TABLE contact_imports (
  id integer primary key,
  member_id integer not null references members(id),
  file_name text not null,
  header_json text not null default '[]',
  mapping_json text not null default '{}',
  duplicates text not null default 'update' check (duplicates in ('update', 'skip')),
  state text not null check (state in ('mapping', 'queued', 'running', 'done', 'failed')),
  rows_total integer not null default 0,
  -- how far the batches have come
  rows_done integer not null default 0,
  rows_created integer not null default 0,
  rows_updated integer not null default 0,
  rows_skipped integer not null default 0,
  rows_rejected integer not null default 0,
  failure_reason text,
  created_at integer not null,
  finished_at integer
) strict;
CREATE TABLE contact_import_rows (
  import_id integer not null references contact_imports(id) on delete cascade,
  row_number integer not null,
  cells_json text not null,
  primary key (import_id, row_number)
) strict, without rowid;
CREATE TABLE contact_import_rejections (
  import_id integer not null references contact_imports(id) on delete cascade,
  row_number integer not null,
  reason text not null,
  row_json text not null,
  primary key (import_id, row_number)
) strict, without rowid;
CREATE TABLE erasures (
  id integer primary key,
  contact_id integer not null,
  by_member_id integer references members(id),
  -- what was removed and what stays, as counts
  summary_json text not null,
  at integer not null
) strict;
CREATE TABLE lead_stages (
  id integer primary key,
  name text not null collate nocase unique,
  position integer not null,
  kind text not null default 'open' check (kind in ('open', 'won', 'lost')),
  probability integer not null default 0 check (probability between 0 and 100),
  archived_at integer
) strict;
CREATE TABLE leads (
  id integer primary key,
  contact_id integer not null references contacts(id),
  conversation_id integer references conversations(id) on delete set null,
  stage_id integer not null references lead_stages(id),
  -- order inside a stage, smallest on top
  position real not null,
  title text not null default '',
  value_minor integer,
  currency text not null,
  -- null takes the stage's
  probability integer check (probability between 0 and 100),
  expected_on text,
  owner_id integer references members(id),
  next_action text not null default '',
  next_action_at integer,
  source text not null default '',
  lost_reason text not null default '',
  created_at integer not null,
  updated_at integer not null,
  stage_changed_at integer not null,
  closed_at integer
) strict;
CREATE INDEX leads_by_stage on leads (stage_id, position, id);
CREATE INDEX leads_by_contact on leads (contact_id, id);
CREATE INDEX leads_by_owner on leads (owner_id, id);
CREATE INDEX leads_by_update on leads (updated_at desc, id desc);
CREATE TABLE lead_stage_changes (
  id integer primary key,
  lead_id integer not null references leads(id) on delete cascade,
  from_stage_id integer references lead_stages(id),
  to_stage_id integer not null references lead_stages(id),
  by_kind text not null check (by_kind in ('member', 'ai', 'system')),
  by_member_id integer references members(id),
  at integer not null
) strict;
CREATE INDEX lead_stage_changes_by_lead on lead_stage_changes (lead_id, id);
CREATE INDEX lead_stage_changes_by_time on lead_stage_changes (at);
CREATE TABLE lead_field_values (
  lead_id integer not null references leads(id) on delete cascade,
  -- a key of the industry's lead fields
  field text not null,
  value text not null,
  source text not null check (source in ('ai', 'member')),
  message_id integer references messages(id) on delete set null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'rejected')),
  by_member_id integer references members(id),
  updated_at integer not null,
  -- what the assistant read after a person had decided; shown beside, never in place of it
  suggested_value text,
  suggested_message_id integer references messages(id) on delete set null,
  primary key (lead_id, field)
) strict, without rowid;
CREATE TABLE lead_field_changes (
  id integer primary key,
  lead_id integer not null references leads(id) on delete cascade,
  field text not null,
  action text not null check (action in ('read', 'suggested', 'confirmed', 'corrected', 'cleared', 'dismissed')),
  value text not null,
  message_id integer references messages(id) on delete set null,
  by_member_id integer references members(id),
  at integer not null
) strict;
CREATE INDEX lead_field_changes_by_field on lead_field_changes (lead_id, field, id desc);
CREATE TABLE lead_readings (
  lead_id integer not null references leads(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  read_to integer not null default 0,
  reading_until integer not null default 0,
  outcome text,
  at integer,
  primary key (lead_id, conversation_id)
) strict, without rowid;
CREATE TABLE score_history (
  id integer primary key,
  contact_id integer not null references contacts(id) on delete cascade,
  score integer not null,
  score_color text not null,
  at integer not null
) strict;
CREATE INDEX score_history_by_contact on score_history (contact_id, id desc);
CREATE TABLE conversation_facts (
  conversation_id integer primary key references conversations(id) on delete cascade,
  -- the customer's first message
  first_inbound_at integer,
  -- the first answer to it: of anybody, of a person, of the assistant
  first_reply_id integer,
  first_reply_at integer,
  first_human_id integer,
  first_human_at integer,
  first_ai_at integer,
  -- when the assistant first gave it to people
  handed_over_at integer,
  -- whether the customer's first message came in business hours, by the hours of then
  asked_in_hours integer check (asked_in_hours in (0, 1)),
  sentiment text check (sentiment in ('positive', 'neutral', 'negative')),
  inquiry_type text
) strict;
CREATE INDEX conversation_facts_by_reply on conversation_facts (first_reply_at) where first_reply_at is not null;
CREATE INDEX conversation_facts_by_human on conversation_facts (first_human_at) where first_human_at is not null;
CREATE INDEX conversation_facts_unread on conversation_facts (conversation_id)
  where asked_in_hours is null and first_inbound_at is not null;
CREATE TABLE conversation_products (
  conversation_id integer not null references conversations(id) on delete cascade,
  product_id integer not null,
  -- as it was called then
  name text not null,
  at integer not null,
  primary key (conversation_id, product_id)
) strict, without rowid;
CREATE INDEX conversation_products_by_time on conversation_products (at);
CREATE TABLE report_dirty (
  quarter integer primary key
) strict;
CREATE TABLE report_days (
  -- which figure, see domain/analytics/metrics
  metric text not null,
  -- what it is split by: all, member, channel, product, hour, outcome …
  dimension text not null,
  -- yyyy-mm-dd in the company's zone
  day text not null,
  -- the value of that dimension, '' for all
  key text not null,
  count integer not null default 0,
  sum integer not null default 0,
  primary key (metric, dimension, day, key)
) strict, without rowid;
CREATE INDEX report_days_by_day on report_days (day);
CREATE TABLE report_state (
  id integer primary key check (id = 1),
  time_zone text not null,
  currency text not null,
  rolled_at integer not null
) strict;
CREATE INDEX messages_by_time on messages (sort_at, direction, author_kind, author_member_id, endpoint_id, type);
CREATE INDEX conversations_by_creation on conversations (created_at);
CREATE INDEX conversation_events_by_kind on conversation_events (kind, at);
CREATE INDEX csat_by_sending on csat_surveys (sent_at) where sent_at is not null;
CREATE INDEX leads_by_creation on leads (created_at);
CREATE INDEX ai_answers_by_time on ai_answers (created_at);
CREATE INDEX conversations_awake on conversations (assigned_to)
  where status in ('new', 'in_progress', 'waiting') and deleted_at is null;
CREATE INDEX contacts_by_color on contacts (score_color) where merged_into is null and deleted_at is null;
CREATE VIEW conversation_times as
select started.*,
  (select m.id from messages m where m.conversation_id = started.conversation_id
     and m.sort_at >= started.first_inbound_at and m.direction = 'outbound'
     and m.author_kind <> 'system' and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_reply_id,
  (select m.id from messages m where m.conversation_id = started.conversation_id
     and m.sort_at >= started.first_inbound_at and m.direction = 'outbound'
     and m.author_kind in ('member', 'phone') and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_human_id,
  (select m.sort_at from messages m where m.conversation_id = started.conversation_id
     and m.sort_at >= started.first_inbound_at and m.direction = 'outbound'
     and m.author_kind = 'ai' and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_ai_at,
  (select min(e.at) from conversation_events e where e.conversation_id = started.conversation_id
     and e.kind = 'handed_over') as handed_over_at
from (
  select c.id as conversation_id,
    (select m.sort_at from messages m where m.conversation_id = c.id and m.direction = 'inbound'
       and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_inbound_at
  from conversations c
) as started;
CREATE TRIGGER conversation_facts_message_insert after insert on messages when new.type <> 'system'
  and new.author_kind <> 'system' and not exists (
    select 1 from conversation_facts f where f.conversation_id = new.conversation_id and case new.direction
      when 'inbound' then f.first_inbound_at <= new.sort_at
      else f.first_inbound_at is null or new.sort_at < f.first_inbound_at or (f.first_reply_at <= new.sort_at
        and case new.author_kind when 'ai' then f.first_ai_at <= new.sort_at else f.first_human_at <= new.sort_at end)
      end) begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = new.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
CREATE TRIGGER conversation_facts_message_update after update of conversation_id, sort_at, direction, author_kind, type on messages begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id in (old.conversation_id, new.conversation_id)
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
CREATE TRIGGER conversation_facts_message_delete after delete on messages when exists (
    select 1 from conversation_facts f where f.conversation_id = old.conversation_id
      and old.sort_at in (f.first_inbound_at, f.first_reply_at, f.first_human_at, f.first_ai_at)) begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = old.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
CREATE TRIGGER conversation_facts_event_insert after insert on conversation_events when new.kind = 'handed_over' begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = new.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
CREATE TRIGGER conversation_facts_event_update after update of conversation_id, at, kind on conversation_events when 'handed_over' in (old.kind, new.kind) begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id in (old.conversation_id, new.conversation_id)
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
CREATE TRIGGER conversation_facts_event_delete after delete on conversation_events when old.kind = 'handed_over' begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = old.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
CREATE TRIGGER conversation_products_cited after insert on ai_answer_sources when new.source_kind = 'product' and new.is_cited = 1 begin
  insert into conversation_products (conversation_id, product_id, name, at)
  select a.conversation_id, new.source_id, new.title, a.created_at from ai_answers a
  where a.id = new.answer_id and a.conversation_id is not null on conflict do nothing;
end;
CREATE TRIGGER report_messages_insert after insert on messages begin
  insert into report_dirty (quarter) values (new.sort_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_messages_update after update of conversation_id, sort_at, direction, author_kind, author_member_id, endpoint_id, type on messages begin
  insert into report_dirty (quarter) values (old.sort_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.sort_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_messages_delete after delete on messages begin
  insert into report_dirty (quarter) values (old.sort_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversations_insert after insert on conversations begin
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversations_update after update of created_at, channel, contact_id on conversations begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversations_delete after delete on conversations begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversation_events_insert after insert on conversation_events when new.kind in ('opened', 'reopened', 'closed', 'handed_over') begin
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversation_events_update after update of conversation_id, kind, at, actor_kind, actor_member_id, data_json on conversation_events begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversation_events_delete after delete on conversation_events when old.kind in ('opened', 'reopened', 'closed', 'handed_over') begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversation_facts_insert after insert on conversation_facts begin
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = new.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select new.first_reply_at / 900000 where new.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.first_human_at / 900000 where new.first_human_at is not null on conflict do nothing;
end;
CREATE TRIGGER report_conversation_facts_update after update of first_inbound_at, first_reply_id, first_human_id, first_ai_at, handed_over_at, asked_in_hours, sentiment, inquiry_type on conversation_facts begin
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = old.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = new.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select old.first_reply_at / 900000 where old.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.first_reply_at / 900000 where new.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.first_human_at / 900000 where old.first_human_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.first_human_at / 900000 where new.first_human_at is not null on conflict do nothing;
end;
CREATE TRIGGER report_conversation_facts_delete after delete on conversation_facts begin
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = old.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select old.first_reply_at / 900000 where old.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.first_human_at / 900000 where old.first_human_at is not null on conflict do nothing;
end;
CREATE TRIGGER report_conversation_facts_hours after update of asked_in_hours on conversation_facts begin
  insert into report_dirty (quarter) select e.at / 900000 from conversation_events e
    where e.conversation_id = new.conversation_id and e.kind = 'closed' on conflict do nothing;
end;
CREATE TRIGGER report_conversation_products_insert after insert on conversation_products begin
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversation_products_update after update of conversation_id, name, at on conversation_products begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_conversation_products_delete after delete on conversation_products begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_sales_insert after insert on sales begin
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_sales_update after update of conversation_id, contact_id, member_id, channel, amount_minor, currency, payment_method, at, voided_at on sales begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_sales_delete after delete on sales begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_sale_items_insert after insert on sale_items begin
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = new.sale_id on conflict do nothing;
end;
CREATE TRIGGER report_sale_items_update after update of sale_id, product_id, name, quantity, unit_price_minor on sale_items begin
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = old.sale_id on conflict do nothing;
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = new.sale_id on conflict do nothing;
end;
CREATE TRIGGER report_sale_items_delete after delete on sale_items begin
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = old.sale_id on conflict do nothing;
end;
CREATE TRIGGER report_csat_surveys_insert after insert on csat_surveys when coalesce(new.sent_at, new.answered_at) is not null begin
  insert into report_dirty (quarter) select new.sent_at / 900000 where new.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.answered_at / 900000 where new.answered_at is not null on conflict do nothing;
end;
CREATE TRIGGER report_csat_surveys_update after update of conversation_id, member_id, channel, state, rating, sent_at, answered_at on csat_surveys begin
  insert into report_dirty (quarter) select old.sent_at / 900000 where old.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.sent_at / 900000 where new.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.answered_at / 900000 where old.answered_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.answered_at / 900000 where new.answered_at is not null on conflict do nothing;
end;
CREATE TRIGGER report_csat_surveys_delete after delete on csat_surveys when coalesce(old.sent_at, old.answered_at) is not null begin
  insert into report_dirty (quarter) select old.sent_at / 900000 where old.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.answered_at / 900000 where old.answered_at is not null on conflict do nothing;
end;
CREATE TRIGGER report_leads_insert after insert on leads begin
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_leads_update after update of created_at, stage_id, value_minor, currency, owner_id, source, contact_id on leads begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_leads_delete after delete on leads begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_lead_stage_changes_insert after insert on lead_stage_changes begin
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = new.lead_id on conflict do nothing;
end;
CREATE TRIGGER report_lead_stage_changes_update after update of lead_id, to_stage_id on lead_stage_changes begin
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = old.lead_id on conflict do nothing;
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = new.lead_id on conflict do nothing;
end;
CREATE TRIGGER report_lead_stage_changes_delete after delete on lead_stage_changes begin
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = old.lead_id on conflict do nothing;
end;
CREATE TRIGGER report_ai_answers_insert after insert on ai_answers begin
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_ai_answers_update after update of conversation_id, outcome, reply, requested_by_member_id, created_at on ai_answers begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_ai_answers_delete after delete on ai_answers begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
end;
CREATE TRIGGER report_lead_stages_update after update of position, kind on lead_stages when old.position <> new.position or old.kind <> new.kind begin
  insert into report_dirty (quarter) select distinct l.created_at / 900000 from leads l where true on conflict do nothing;
end;
CREATE TRIGGER report_suggestions_used after insert on messages when new.author_kind = 'member' begin
  insert into report_dirty (quarter) select a.created_at / 900000 from ai_answers a
    where a.conversation_id = new.conversation_id and a.outcome = 'suggested'
      and a.created_at > new.sort_at - 3600000 on conflict do nothing;
end;
CREATE TRIGGER report_suggestions_edited after update of text on messages when new.author_kind = 'member' begin
  insert into report_dirty (quarter) select a.created_at / 900000 from ai_answers a
    where a.conversation_id = new.conversation_id and a.outcome = 'suggested'
      and a.created_at > new.sort_at - 3600000 on conflict do nothing;
end;
CREATE INDEX audit_log_by_time on audit_log (at desc, id desc);
CREATE INDEX audit_log_by_action on audit_log (action, id desc);
CREATE INDEX audit_log_by_actor on audit_log (actor_kind, actor_id, id desc);
CREATE INDEX audit_log_by_subject on audit_log (subject_kind, subject_id, id desc);
CREATE INDEX audit_log_unchained on audit_log (id) where hash is null;
CREATE TRIGGER audit_log_append_only_update before update on audit_log
  when old.hash is not null begin
  select raise(abort, 'audit_log is append-only');
end;
CREATE TRIGGER audit_log_append_only_delete before delete on audit_log begin
  select raise(abort, 'audit_log is append-only');
end;
CREATE INDEX link_previews_by_fetch on link_previews (fetched_at);
CREATE TABLE support_visits (
  -- of the platform's own list
  id integer primary key,
  user_id integer not null,
  user_name text not null,
  reason text not null,
  started_at integer not null,
  expires_at integer not null,
  ended_at integer,
  ended_by text check (ended_by in ('user', 'company', 'platform')),
  ended_by_member_id integer references members(id),
  check ((ended_at is null) = (ended_by is null))
) strict;
CREATE TABLE announcement_dismissals (
  member_id integer not null references members(id) on delete cascade,
  announcement_id integer not null,
  at integer not null,
  primary key (member_id, announcement_id)
) strict, without rowid;
CREATE UNIQUE INDEX documents_by_url on documents (url) where url is not null;
CREATE TABLE document_versions (
  id integer primary key,
  document_id integer not null references documents(id) on delete cascade,
  number integer not null,
  file_id integer references files(id),
  text text,
  pages integer,
  format text,
  -- the version this one is a copy of
  restored_from integer,
  member_id integer references members(id),
  created_at integer not null,
  unique (document_id, number)
) strict;
CREATE INDEX document_versions_by_file on document_versions (file_id) where file_id is not null;
CREATE INDEX ai_answer_sources_by_source on ai_answer_sources (source_kind, source_id, answer_id, is_cited);
CREATE TABLE websites (
  id integer primary key,
  start_url text not null unique,
  depth_max integer not null,
  pages_max integer not null,
  -- days until it is read again; none: only when somebody asks
  every_days integer,
  state text not null check (state in ('reading', 'read', 'failed', 'cancelled')),
  failure_reason text,
  -- counts the readings; a page that was read before and is refused now is gone
  run integer not null default 0,
  robots text,
  started_at integer,
  finished_at integer,
  next_run_at integer,
  created_by_member_id integer references members(id),
  created_at integer not null
) strict;
CREATE TABLE website_pages (
  id integer primary key,
  website_id integer not null references websites(id) on delete cascade,
  url text not null,
  depth integer not null,
  -- waiting: still to be read in this run
  state text not null check (state in ('waiting', 'read', 'skipped', 'failed', 'gone')),
  reason text,
  -- what the newest reading found beside the one before
  change text check (change in ('new', 'changed', 'same', 'gone')),
  document_id integer references documents(id) on delete set null,
  text_hash text,
  attempts integer not null default 0,
  run integer not null,
  read_at integer,
  changed_at integer,
  unique (website_id, url)
) strict;
CREATE INDEX website_pages_waiting on website_pages (website_id, state, depth, id);
CREATE INDEX website_pages_by_document on website_pages (document_id) where document_id is not null;
CREATE INDEX faqs_by_category on faqs (category, updated_at, id);
CREATE TABLE faq_phrasings (
  faq_id integer not null references faqs(id) on delete cascade,
  ordinal integer not null,
  text text not null,
  primary key (faq_id, ordinal)
) strict, without rowid;
CREATE TABLE faq_translations (
  faq_id integer not null references faqs(id) on delete cascade,
  language text not null,
  question text not null,
  answer text not null,
  primary key (faq_id, language)
) strict, without rowid;
CREATE TABLE staff_facts (
  id integer primary key,
  about text not null,
  statement text not null,
  -- the first moment it does not hold any more; none: until it is taken back
  expires_at integer,
  said_by_member_id integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX staff_facts_by_update on staff_facts (updated_at, id);
CREATE TABLE guidelines (
  id integer primary key,
  kind text not null check (kind in ('do', 'dont')),
  text text not null,
  is_active integer not null default 1,
  created_by_member_id integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX guidelines_by_update on guidelines (updated_at, id);
CREATE TABLE sample_conversations (
  id integer primary key,
  title text not null,
  -- [{by: 'customer' | 'company', text}]
  turns_json text not null,
  is_active integer not null default 1,
  created_by_member_id integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
CREATE INDEX sample_conversations_by_update on sample_conversations (updated_at, id);
CREATE TABLE "passages" (
  id integer primary key autoincrement,
  source_kind text not null check (source_kind in ('faq', 'document', 'product', 'fact')),
  source_id integer not null,
  ordinal integer not null default 0,
  title text not null,
  text text not null,
  text_hash text not null,
  updated_at integer not null,
  page integer,
  url text,
  language text,
  expires_at integer,
  unique (source_kind, source_id, ordinal)
) strict;
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
CREATE TABLE knowledge_checks (
  id integer primary key check (id = 1),
  asked_at integer,
  finished_at integer
) strict;
CREATE TABLE knowledge_coverage (
  question text primary key,
  ordinal integer not null,
  confidence real not null,
  source_kind text,
  source_id integer,
  title text
) strict, without rowid;
CREATE TABLE knowledge_conflicts (
  id integer primary key,
  -- the two statements, so that one that was called fine is not brought up again
  key text not null unique,
  kind text not null check (kind in ('price', 'time', 'share', 'amount')),
  left_kind text not null,
  left_id integer not null,
  left_title text not null,
  left_text text not null,
  right_kind text not null,
  right_id integer not null,
  right_title text not null,
  right_text text not null,
  state text not null default 'open' check (state in ('open', 'fine')),
  settled_by_member_id integer references members(id),
  found_at integer not null
) strict;
CREATE INDEX knowledge_conflicts_open on knowledge_conflicts (id) where state = 'open';
CREATE INDEX ai_answers_unanswered on ai_answers (id)
  where outcome_reason in ('no_answer', 'low_confidence');
CREATE TABLE closed_gaps (
  answer_id integer primary key references ai_answers(id) on delete cascade,
  closed_at integer not null
) strict;
CREATE TABLE tried_gaps (
  id integer primary key,
  question text not null collate nocase unique,
  asked_at integer not null
) strict;
CREATE TRIGGER document_reading_lost after update of state on jobs
  when new.state = 'failed' and new.kind = 'document.read' begin
  update documents set status = 'failed', failure_reason = 'interrupted', started_at = null
    where id = json_extract(new.payload_json, '$.documentId') and status = 'processing'
      and reading_version = json_extract(new.payload_json, '$.version');
end;
CREATE TRIGGER website_reading_lost after update of state on jobs
  when new.state = 'failed' and new.kind = 'website.read' begin
  update websites set state = 'failed', failure_reason = 'interrupted', finished_at = new.finished_at
    where id = json_extract(new.payload_json, '$.websiteId') and state = 'reading'
      and run = json_extract(new.payload_json, '$.run');
end;
CREATE TABLE ai_answer_claims (
  answer_id integer not null references ai_answers(id) on delete cascade,
  ordinal integer not null,
  kind text not null,
  text text not null,
  -- none: it stands nowhere, and such an answer is not sent
  source text check (source in ('passage', 'company', 'said', 'customer', 'tool')),
  passage_number integer,
  -- named by a first wording that was not sent
  is_rejected integer not null default 0,
  primary key (answer_id, ordinal)
) strict, without rowid;
CREATE TABLE ai_tool_calls (
  answer_id integer not null references ai_answers(id) on delete cascade,
  ordinal integer not null,
  tool text not null,
  arguments_json text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed', 'repeated', 'not_done')),
  -- what the model was told
  result text not null,
  -- of what changed something: conversation, words it was asked with, tool and arguments
  effect_key text,
  took_ms integer not null,
  at integer not null,
  primary key (answer_id, ordinal)
) strict, without rowid;
CREATE UNIQUE INDEX ai_tool_calls_once on ai_tool_calls (effect_key) where outcome = 'done' and effect_key is not null;
CREATE TABLE negotiation_limits (
  product_id integer primary key references products(id) on delete cascade,
  floor_minor integer not null check (floor_minor >= 0),
  -- what it gives with every offer
  step_minor integer not null check (step_minor > 0),
  rounds_max integer not null check (rounds_max > 0),
  -- below it a person decides; none: the assistant goes down to the floor
  person_below_minor integer,
  -- give and take: who buys so many pieces has a floor of their own
  bulk_from integer check (bulk_from > 1),
  bulk_floor_minor integer check (bulk_floor_minor >= 0),
  changed_at integer not null
) strict;
CREATE TABLE negotiation_offers (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  product_id integer not null references products(id) on delete cascade,
  quantity integer not null,
  bid_minor integer,
  offered_minor integer not null,
  currency text not null,
  outcome text not null check (outcome in ('countered', 'accepted', 'last', 'person')),
  at integer not null
) strict;
CREATE INDEX negotiation_offers_by_conversation on negotiation_offers (conversation_id, product_id, id);
CREATE INDEX negotiation_offers_by_product on negotiation_offers (product_id, id desc);
pragma user_version = 27;
