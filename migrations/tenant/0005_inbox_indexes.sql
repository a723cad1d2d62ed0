-- The inbox's "needs a person" view and badge: a handful of rows among very many.
create index conversations_needing_person on conversations (last_message_at desc, id desc)
  where needs_person_at is not null and status <> 'closed';
