create table notifications (
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
create index notifications_by_member on notifications (member_id, id desc);
create index notifications_unread on notifications (member_id, id desc) where read_at is null;
create index notifications_by_conversation on notifications (conversation_id, member_id) where read_at is null;
create index notifications_by_time on notifications (created_at);
create unique index notifications_once on notifications (member_id, dedupe_key) where dedupe_key is not null;

create table notification_preferences (
  member_id integer not null references members(id) on delete cascade,
  kind text not null,
  in_app integer not null default 1,
  push integer not null default 1,
  email integer not null default 0,
  primary key (member_id, kind)
) strict, without rowid;
-- minutes of the day in the company's zone; null has none
alter table members add column quiet_from integer;
alter table members add column quiet_until integer;
alter table members add column digest text not null default 'off' check (digest in ('off', 'daily', 'weekly'));
-- 1: the names of customers may stand on the lock screen of a device
alter table members add column push_names integer not null default 0;

create table push_subscriptions (
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
create index push_subscriptions_by_member on push_subscriptions (member_id);
create index push_subscriptions_by_session on push_subscriptions (session_id);
