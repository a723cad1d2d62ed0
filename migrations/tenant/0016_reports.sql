-- What a conversation was like, one row each, brought up to date as things happen; reports are
-- sums over these rows and the roll-ups below.
create table conversation_facts (
  conversation_id integer primary key references conversations(id) on delete cascade,
  opened_at integer not null,
  first_inbound_at integer,
  first_reply_at integer,
  first_reply_by text check (first_reply_by in ('ai', 'member', 'phone', 'system')),
  first_human_reply_at integer,
  handed_over_at integer,
  inbound_count integer not null default 0,
  ai_count integer not null default 0,
  human_count integer not null default 0,
  sentiment text check (sentiment in ('positive', 'neutral', 'negative')),
  inquiry_type text
) strict;

-- days whose roll-up no longer holds
create table report_dirty_days (
  day text primary key
) strict, without rowid;

create table report_days (
  -- yyyy-mm-dd in the company's zone
  day text not null,
  -- which figure, for instance messages_in, closed_won, revenue
  metric text not null,
  -- what it is split by: all, member, channel, product, hour, outcome …
  dimension text not null,
  -- the value of that dimension, '' for all
  key text not null,
  count integer not null default 0,
  sum integer not null default 0,
  primary key (day, metric, dimension, key)
) strict, without rowid;
create index report_days_by_metric on report_days (metric, dimension, day);
