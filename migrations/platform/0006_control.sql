-- What the platform's people decide for all: visits to companies for support, flags, settings,
-- announcements.
create table support_sessions (
  id integer primary key,
  tenant_id text not null references tenants(id),
  user_id integer not null references platform_users(id),
  -- ends with the session on the app host in which it was begun
  platform_session_id integer not null,
  reason text not null,
  minutes integer not null check (minutes between 1 and 60),
  -- the way from the app host into the company's portal, once; keyed hash
  ticket_hash text,
  ticket_expires_at integer not null,
  -- the cookie on the company's host; keyed hash
  token_hash text unique,
  created_at integer not null,
  entered_at integer,
  expires_at integer,
  ended_at integer,
  ended_by text check (ended_by in ('user', 'company', 'platform')),
  check ((entered_at is null) = (expires_at is null)),
  check ((ended_at is null) = (ended_by is null))
) strict;
create index support_sessions_by_tenant on support_sessions (tenant_id, id desc);
create index support_sessions_by_user on support_sessions (user_id, id desc);

-- What differs from the default that the code gives a flag.
create table flag_overrides (
  flag text not null,
  scope text not null check (scope in ('company', 'plan', 'percentage', 'global')),
  -- the company's or the plan's id; empty for the others
  subject text not null default '',
  -- 0 or 1; of a percentage how many of a hundred companies have it
  value integer not null check (value between 0 and 100),
  updated_at integer not null,
  primary key (flag, scope, subject),
  check (scope = 'percentage' or value in (0, 1)),
  check ((subject = '') = (scope in ('percentage', 'global')))
) strict, without rowid;

create table platform_settings (
  key text primary key,
  value_json text not null,
  updated_at integer not null
) strict, without rowid;

create table announcements (
  id integer primary key,
  level text not null check (level in ('info', 'warning', 'critical')),
  title_en text not null,
  title_sw text not null,
  text_en text not null,
  text_sw text not null,
  -- { plans, industries, companies, roles }: an empty list is everybody
  audience_json text not null default '{}',
  starts_at integer not null,
  ends_at integer,
  time_zone text not null,
  is_dismissable integer not null check (is_dismissable in (0, 1)),
  created_by integer references platform_users(id),
  created_at integer not null,
  updated_at integer not null,
  check (ends_at is null or ends_at >= starts_at)
) strict;
create index announcements_by_time on announcements (starts_at desc, id desc);

-- One number that moves with every change to flags, settings and announcements, so that whoever
-- keeps them in memory knows when to read again.
create table control_version (
  id integer primary key check (id = 1),
  version integer not null
) strict;
insert into control_version (id, version) values (1, 1);
create trigger flag_overrides_added after insert on flag_overrides begin
  update control_version set version = version + 1;
end;
create trigger flag_overrides_changed after update on flag_overrides begin
  update control_version set version = version + 1;
end;
create trigger flag_overrides_removed after delete on flag_overrides begin
  update control_version set version = version + 1;
end;
create trigger platform_settings_added after insert on platform_settings begin
  update control_version set version = version + 1;
end;
create trigger platform_settings_changed after update on platform_settings begin
  update control_version set version = version + 1;
end;
create trigger platform_settings_removed after delete on platform_settings begin
  update control_version set version = version + 1;
end;
create trigger announcements_added after insert on announcements begin
  update control_version set version = version + 1;
end;
create trigger announcements_changed after update on announcements begin
  update control_version set version = version + 1;
end;
create trigger announcements_removed after delete on announcements begin
  update control_version set version = version + 1;
end;

create index platform_audit_by_action on platform_audit_log (action, id desc);
