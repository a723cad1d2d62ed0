alter table contacts add column phone_verified_at integer;
alter table contacts add column email_verified_at integer;
alter table contacts add column location text not null default '';
alter table contacts add column source text not null default '';
alter table contacts add column campaign text not null default '';
alter table contacts add column deleted_at integer;
-- who it became: this row is what is left of it, without name, number or conversations
alter table contacts add column merged_into integer references contacts(id);
-- the member who looks after this customer; gives no reach
alter table contacts add column owner_id integer references members(id);
alter table contacts add column erased_at integer;
-- who wrote them down by hand, and so may see them before there is a conversation
alter table contacts add column created_by integer references members(id);
create index contacts_by_writer on contacts (created_by) where created_by is not null;
create index contacts_by_phone_tail on contacts (substr(phone, -9)) where phone is not null;
create index contacts_by_email on contacts (lower(email)) where email is not null;
create index contacts_by_language on contacts (language, id) where language is not null;
create index contacts_by_source on contacts (source, id) where source <> '';

create table contact_tags (
  contact_id integer not null references contacts(id) on delete cascade,
  tag_id integer not null references tags(id) on delete cascade,
  at integer not null,
  primary key (contact_id, tag_id)
) strict, without rowid;
create index contact_tags_by_tag on contact_tags (tag_id, contact_id);

create table custom_fields (
  id integer primary key,
  key text not null unique,
  name text not null,
  type text not null check (type in ('text', 'number', 'date', 'choice', 'yes_no')),
  choices_json text not null default '[]',
  position integer not null default 0,
  archived_at integer,
  created_at integer not null
) strict;
create table contact_field_values (
  contact_id integer not null references contacts(id) on delete cascade,
  field_id integer not null references custom_fields(id) on delete cascade,
  value text not null,
  updated_at integer not null,
  primary key (contact_id, field_id)
) strict, without rowid;
create index contact_field_values_by_value on contact_field_values (field_id, value, contact_id);

create table contact_consents (
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
create index contact_consents_by_state on contact_consents (state, contact_id);
-- every yes and no as it was given: proof of consent, and the contact's history
create table contact_consent_changes (
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
create index contact_consent_changes_by_contact on contact_consent_changes (contact_id, id);
create index contact_consent_changes_by_message on contact_consent_changes (message_id) where message_id is not null;

create table contact_notes (
  id integer primary key,
  contact_id integer not null references contacts(id) on delete cascade,
  member_id integer references members(id),
  text text not null,
  created_at integer not null,
  deleted_at integer
) strict;
create index contact_notes_by_contact on contact_notes (contact_id, id);

create table contact_merges (
  id integer primary key,
  survivor_id integer not null references contacts(id),
  merged_id integer not null references contacts(id),
  -- which rows moved and what was overwritten, for undoing
  undo_json text not null,
  by_member_id integer references members(id),
  at integer not null,
  undone_at integer
) strict;
create index contact_merges_by_survivor on contact_merges (survivor_id, id);
create table conversation_merges (
  id integer primary key,
  survivor_id integer not null,
  -- its row is gone; addresses of it lead to the survivor
  merged_id integer not null,
  undo_json text not null,
  by_member_id integer references members(id),
  at integer not null,
  undone_at integer
) strict;
create index conversation_merges_by_merged on conversation_merges (merged_id);
-- pairs that somebody looked at and called two people
create table contact_distinctions (
  low_id integer not null references contacts(id) on delete cascade,
  high_id integer not null references contacts(id) on delete cascade,
  by_member_id integer references members(id),
  at integer not null,
  primary key (low_id, high_id)
) strict, without rowid;

create table contact_imports (
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
-- the file's rows, until the import is done with them
create table contact_import_rows (
  import_id integer not null references contact_imports(id) on delete cascade,
  row_number integer not null,
  cells_json text not null,
  primary key (import_id, row_number)
) strict, without rowid;
create table contact_import_rejections (
  import_id integer not null references contact_imports(id) on delete cascade,
  row_number integer not null,
  reason text not null,
  row_json text not null,
  primary key (import_id, row_number)
) strict, without rowid;

-- null keeps for ever
alter table company add column retention_messages_days integer;
alter table company add column retention_contacts_days integer;
-- messages up to this one have been looked at
alter table company add column retention_message_id integer not null default 0;
create table erasures (
  id integer primary key,
  contact_id integer not null,
  by_member_id integer references members(id),
  -- what was removed and what stays, as counts
  summary_json text not null,
  at integer not null
) strict;
