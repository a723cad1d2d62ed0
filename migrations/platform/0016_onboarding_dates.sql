-- A company's logo as long as there is no company whose file could hold it.
create table onboarding_logos (
  session_id integer primary key references onboarding_sessions(id) on delete cascade,
  name text not null,
  -- by its bytes
  mime_type text not null,
  bytes blob not null,
  saved_at integer not null
) strict;

-- When setting up together is agreed on: how long, where, and who is asked, in their words and time.
alter table onboarding_sessions add column minutes integer not null default 60;
alter table onboarding_sessions add column place text not null default '';
alter table onboarding_sessions add column sequence integer not null default 0;
alter table onboarding_sessions add column client_email text not null default '';
alter table onboarding_sessions add column client_language text not null default 'en';
alter table onboarding_sessions add column client_zone text not null default 'Africa/Nairobi';
