-- Minutes after which the assistant comes back where no person answered; null never.
alter table company add column ai_return_minutes integer
  check (ai_return_minutes between 1 and 1440);
