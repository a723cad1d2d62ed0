create table scheduled_messages (
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
create index scheduled_messages_by_conversation on scheduled_messages (conversation_id, state, send_at);
create index scheduled_messages_waiting on scheduled_messages (send_at, id) where state = 'waiting';

create table scheduled_message_files (
  scheduled_message_id integer not null references scheduled_messages(id) on delete cascade,
  position integer not null,
  file_id integer not null references files(id),
  primary key (scheduled_message_id, position)
) strict, without rowid;
create index scheduled_message_files_by_file on scheduled_message_files (file_id);

-- until then the one who sent it may take it back, and no vendor hears of it
alter table messages add column held_until integer;
-- somebody asked the channel to delete it; done once the vendor agrees
alter table messages add column removal_requested_at integer;
-- the last change that was asked for and the channel did not take
alter table messages add column change_failed text check (change_failed in ('reaction', 'wording', 'removal'));
-- whose words replaced these; null where the customer changed their own
alter table message_edits add column member_id integer references members(id);
-- whether what this member sends waits a few seconds so that it can be taken back
alter table members add column undo_send integer not null default 1;

create table drafts (
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  kind text not null check (kind in ('reply', 'note')),
  text text not null,
  updated_at integer not null,
  primary key (member_id, conversation_id, kind)
) strict, without rowid;

create table canned_responses (
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
create unique index canned_responses_by_shortcut on canned_responses (shortcut, coalesce(department_id, 0));
create table canned_response_files (
  canned_response_id integer not null references canned_responses(id) on delete cascade,
  position integer not null,
  file_id integer not null references files(id),
  primary key (canned_response_id, position)
) strict, without rowid;

create index canned_response_files_by_file on canned_response_files (file_id);

-- the web addresses in a message, in the order they stand there
create table message_links (
  message_id integer not null references messages(id) on delete cascade,
  position integer not null,
  url text not null,
  primary key (message_id, position)
) strict, without rowid;
create index message_links_by_url on message_links (url);

create table link_previews (
  url text primary key,
  state text not null check (state in ('pending', 'ready', 'failed')),
  title text,
  description text,
  site_name text,
  image_file_id integer references files(id),
  fetched_at integer not null
) strict, without rowid;

create table message_translations (
  message_id integer not null references messages(id) on delete cascade,
  language text not null,
  text text not null,
  source_hash text not null,
  created_at integer not null,
  primary key (message_id, language)
) strict, without rowid;
create index link_previews_by_image on link_previews (image_file_id) where image_file_id is not null;

-- who of the staff has a conversation open or writes in it; a row that is not renewed is over
create table conversation_viewers (
  conversation_id integer not null references conversations(id) on delete cascade,
  member_id integer not null references members(id) on delete cascade,
  seen_at integer not null,
  typed_at integer,
  primary key (conversation_id, member_id)
) strict, without rowid;
create index conversation_viewers_by_member on conversation_viewers (member_id, seen_at);

-- A message taken back or erased never lends its id to another: jobs, attempts and pages
-- remember messages by id, and a new one with an old id would be taken for sent.
create table id_floors (
  name text primary key,
  floor integer not null
) strict, without rowid;
create trigger messages_keep_ids after delete on messages begin
  insert into id_floors (name, floor) values ('messages', old.id)
    on conflict (name) do update set floor = excluded.floor where excluded.floor > floor;
end;
