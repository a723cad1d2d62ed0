-- Channels, people who write, what they wrote, and what we answered.
create table endpoints (
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

create table contacts (
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
create index contacts_by_activity on contacts (coalesce(last_message_at, created_at) desc, id desc);
create index contacts_by_score on contacts (score desc, id desc);
create index contacts_by_phone on contacts (phone) where phone is not null;

create virtual table contacts_fts using fts5 (
  name, phone, email, content = 'contacts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
create trigger contacts_fts_insert after insert on contacts begin
  insert into contacts_fts (rowid, name, phone, email) values (new.id, new.name, new.phone, new.email);
end;
create trigger contacts_fts_delete after delete on contacts begin
  insert into contacts_fts (contacts_fts, rowid, name, phone, email) values ('delete', old.id, old.name, old.phone, old.email);
end;
create trigger contacts_fts_update after update of name, phone, email on contacts begin
  insert into contacts_fts (contacts_fts, rowid, name, phone, email) values ('delete', old.id, old.name, old.phone, old.email);
  insert into contacts_fts (rowid, name, phone, email) values (new.id, new.name, new.phone, new.email);
end;

create table contact_identities (
  id integer primary key,
  contact_id integer not null references contacts(id) on delete cascade,
  channel text not null,
  kind text not null check (kind in ('phone', 'user_id', 'username')),
  external_id text not null,
  created_at integer not null,
  unique (channel, kind, external_id)
) strict;
create index contact_identities_by_contact on contact_identities (contact_id);

create table score_contributions (
  contact_id integer not null references contacts(id) on delete cascade,
  rule text not null,
  ordinal integer not null default 0,
  points integer not null,
  message_id integer,
  at integer not null,
  primary key (contact_id, rule, ordinal)
) strict, without rowid;

create table conversations (
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
create index conversations_by_activity on conversations (is_open, last_message_at desc, id desc);
create index conversations_all_by_activity on conversations (last_message_at desc, id desc);
create index conversations_by_assignee on conversations (is_open, assigned_to, last_message_at desc, id desc);
create index conversations_by_contact on conversations (contact_id, id desc);
create unique index conversations_open_per_contact on conversations (contact_id, endpoint_id) where status <> 'closed';

create table messages (
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
create unique index messages_by_provider_id on messages (endpoint_id, provider_id) where provider_id is not null;
create index messages_by_thread on messages (conversation_id, sort_at, id);
create index messages_waiting on messages (endpoint_id, id) where status in ('queued', 'sending');

create virtual table messages_fts using fts5 (
  text, content = 'messages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger messages_fts_insert after insert on messages when new.text is not null begin
  insert into messages_fts (rowid, text) values (new.id, new.text);
end;
create trigger messages_fts_delete after delete on messages when old.text is not null begin
  insert into messages_fts (messages_fts, rowid, text) values ('delete', old.id, old.text);
end;
create trigger messages_fts_update after update of text on messages when old.text is not new.text begin
  insert into messages_fts (messages_fts, rowid, text) select 'delete', old.id, old.text where old.text is not null;
  insert into messages_fts (rowid, text) select new.id, new.text where new.text is not null;
end;

-- Earlier wordings of an edited message, kept for staff.
create table message_edits (
  id integer primary key,
  message_id integer not null references messages(id) on delete cascade,
  previous_text text,
  at integer not null
) strict;
create index message_edits_by_message on message_edits (message_id);

create table message_media (
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

-- One row per person and message; an empty emoji removes the row.
create table message_reactions (
  message_id integer not null references messages(id) on delete cascade,
  by_kind text not null check (by_kind in ('contact', 'member', 'phone')),
  by_id integer not null default 0,
  emoji text not null,
  at integer not null,
  primary key (message_id, by_kind, by_id)
) strict, without rowid;

create table message_attempts (
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

create table inbound_events (
  id integer primary key,
  endpoint_id integer not null references endpoints(id),
  provider_event_id text not null,
  raw blob not null,
  received_at integer not null,
  processed_at integer,
  error text,
  unique (endpoint_id, provider_event_id)
) strict;
create index inbound_events_unprocessed on inbound_events (id) where processed_at is null;

-- Statuses that came before the message they are about.
create table early_statuses (
  id integer primary key,
  endpoint_id integer not null references endpoints(id),
  provider_id text not null,
  status text not null,
  at integer not null,
  failure_code text,
  failure_reason text,
  received_at integer not null
) strict;
create index early_statuses_by_message on early_statuses (endpoint_id, provider_id);

create table notes (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  member_id integer not null references members(id),
  text text not null,
  created_at integer not null,
  deleted_at integer
) strict;
create index notes_by_conversation on notes (conversation_id, created_at);

-- The conversation's history: who took over, assigned, closed, and why.
create table conversation_events (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  kind text not null,
  actor_kind text not null check (actor_kind in ('member', 'contact', 'phone', 'ai', 'api', 'system')),
  actor_member_id integer references members(id),
  data_json text not null default '{}',
  at integer not null
) strict;
create index conversation_events_by_conversation on conversation_events (conversation_id, at);

create table conversation_reads (
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  last_read_message_id integer not null,
  at integer not null,
  primary key (member_id, conversation_id)
) strict, without rowid;

create table message_templates (
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

create table web_chat_visitors (
  id integer primary key,
  endpoint_id integer not null references endpoints(id),
  contact_id integer references contacts(id),
  token_hash text not null unique,
  external_id text,
  language text not null default 'en',
  created_at integer not null,
  last_seen_at integer not null
) strict;
create index web_chat_visitors_by_identity on web_chat_visitors (endpoint_id, external_id);
