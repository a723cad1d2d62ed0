-- What the platform tells assistants of this trade where it is not the standard; see company.industry.
alter table company add column industry_texts_json text;
