-- each entry carries a hash over itself and the one before
alter table audit_log add column previous_hash text;
alter table audit_log add column hash text;
create index audit_log_by_time on audit_log (at desc, id desc);
create index audit_log_by_action on audit_log (action, id desc);
create index audit_log_by_actor on audit_log (actor_kind, actor_id, id desc);
create index audit_log_by_subject on audit_log (subject_kind, subject_id, id desc);
-- what was written before there was a chain, until it is chained
create index audit_log_unchained on audit_log (id) where hash is null;
create trigger audit_log_append_only_update before update on audit_log
  when old.hash is not null begin
  select raise(abort, 'audit_log is append-only');
end;
create trigger audit_log_append_only_delete before delete on audit_log begin
  select raise(abort, 'audit_log is append-only');
end;
