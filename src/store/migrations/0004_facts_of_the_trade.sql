-- Facts of the trade: dated events that move deadlines, claims assigned to a factor, debtors who are suppliers too.

create table milestone (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  kind            text    not null,
  happened_on     date    not null,
  item_ids        integer[],
  document        text,
  constraint milestone_pk primary key (organisation_id, case_id, id),
  constraint milestone_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint milestone_kind_check check (kind in ('acknowledgement', 'legal-action', 'declared-to-insurer'))
);

alter table milestone enable row level security;
alter table milestone force row level security;
create policy one_organisation on milestone
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on milestone to quittance_app;

alter table dunning_case add column payable_cents bigint not null default 0;

alter table due_item add column payee text, add column payee_iban text;
