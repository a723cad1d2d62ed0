-- Copies of every database that are in the backup store.
create table backups (
  id integer primary key,
  -- a company's id, or 'platform'; no reference: a backup may outlive its row elsewhere
  owner text not null,
  object_key text not null unique,
  taken_at integer not null,
  bytes integer not null,
  sha256 text not null,
  schema_version integer not null,
  -- the state of the live file: when it is the same, there is nothing to back up
  source_mark text not null,
  -- when it was last restored for a test, and what was wrong with it
  verified_at integer,
  problem text
) strict;
create index backups_of_owner on backups (owner, taken_at desc);
create index backups_verified on backups (verified_at desc) where verified_at is not null;
