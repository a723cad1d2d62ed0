-- First rows of every company beyond its own settings and owner, which creation writes.
insert into priorities (name, rank, color, is_default, created_at) values
  ('Urgent', 1, 'bad', 0, 0), ('High', 2, 'warn', 0, 0), ('Normal', 3, 'neutral', 1, 0), ('Low', 4, 'neutral', 0, 0);
