-- When what was counted was billed for good, because the subscription ended; it stays readable.
alter table tenant_usage add column billed_at integer;
