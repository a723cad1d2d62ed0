create table transfer_requests (
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
create unique index transfer_requests_one_pending on transfer_requests (conversation_id) where state = 'pending';
create index transfer_requests_by_state on transfer_requests (state, id);
create index transfer_requests_by_member on transfer_requests (requested_by, id);
