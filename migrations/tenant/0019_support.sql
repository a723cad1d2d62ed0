-- Whether the platform's support may change things while it visits; it may read in any case.
alter table company add column support_may_change integer not null default 0;

-- When the platform's support was here, and why. What it looked at stands in the audit log.
create table support_visits (
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

-- Announcements of the platform that somebody has put away.
create table announcement_dismissals (
  member_id integer not null references members(id) on delete cascade,
  announcement_id integer not null,
  at integer not null,
  primary key (member_id, announcement_id)
) strict, without rowid;
