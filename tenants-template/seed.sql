-- First rows of every company beyond its own settings and owner, which creation writes.
insert into priorities (name, rank, color, is_default, created_at) values
  ('Urgent', 1, 'bad', 0, 0), ('High', 2, 'warn', 0, 0), ('Normal', 3, 'neutral', 1, 0), ('Low', 4, 'neutral', 0, 0);
insert into lost_reasons (name, position, created_at) values
  ('Too expensive', 1, 0), ('Chose somebody else', 2, 0), ('We do not have it', 3, 0), ('Not now', 4, 0), ('Stopped answering', 5, 0);
insert into lead_stages (name, position, kind, probability) values
  ('New', 1, 'open', 10), ('Contacted', 2, 'open', 20), ('Qualified', 3, 'open', 40),
  ('Proposal Sent', 4, 'open', 60), ('Negotiation', 5, 'open', 80), ('Won', 6, 'won', 100), ('Lost', 7, 'lost', 0);
