-- Bad debts: the VAT inside what is owed, and what a person noted of claims that may never be paid (CGI art. 272).

-- VAT included in the amount; null when no source gave it.
alter table due_item add column tax_cents bigint;
alter table due_item add constraint due_item_tax_check check (tax_cents between 0 and amount_cents);
alter table credit_note add column tax_cents bigint;
alter table credit_note add constraint credit_note_tax_check check (tax_cents between 0 and amount_cents);

create table bad_debt_step (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  item_id         integer not null,
  kind            text    not null,
  noted_on        date    not null,
  percent         integer,
  reason          text,
  constraint bad_debt_step_pk primary key (organisation_id, case_id, id),
  constraint bad_debt_step_item_fk foreign key (organisation_id, case_id, item_id) references due_item,
  constraint bad_debt_step_kind_check check (kind in ('doubtful', 'impaired', 'irrecoverable', 'liquidation')),
  constraint bad_debt_step_percent_check check ((kind = 'impaired') = (percent is not null) and percent between 0 and 100)
);
create index bad_debt_step_item_idx on bad_debt_step (organisation_id, case_id, item_id);

-- What was given up is little of a large table.
create index allocation_write_off_idx on allocation (organisation_id, case_id) where source = 'write-off';

alter table bad_debt_step enable row level security;
alter table bad_debt_step force row level security;
create policy one_organisation on bad_debt_step
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on bad_debt_step to quittance_app;
