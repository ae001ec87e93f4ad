-- Claims: what a person recorded about them, and how each creditor counts where the law leaves a choice.

create table claim_fact (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  kind            text    not null,
  counts_on       date    not null,
  invoice         text,
  amount_cents    bigint,
  document        text,
  constraint claim_fact_pk primary key (organisation_id, case_id, id),
  constraint claim_fact_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint claim_fact_kind_check check (kind in ('waived-interest', 'waived-indemnity', 'costs', 'judgment')),
  constraint claim_fact_amount_check check ((kind = 'judgment') = (amount_cents is null) and (invoice is null) = (amount_cents is null)),
  constraint claim_fact_document_check check ((kind = 'costs') = (document is not null))
);

alter table claim_fact enable row level security;
alter table claim_fact force row level security;
create policy one_organisation on claim_fact using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on claim_fact to quittance_app;

alter table creditor
  add column contract_rate_bps integer,
  add column contract_clause   text,
  add column imputation        text    not null default 'principal-first',
  add column basis             text    not null default '365',
  add column capitalisation    boolean not null default false,
  add constraint creditor_rate_check check ((contract_rate_bps is null) = (contract_clause is null) and contract_rate_bps >= 0),
  add constraint creditor_imputation_check check (imputation in ('principal-first', 'interest-first')),
  add constraint creditor_basis_check check (basis in ('365', 'actual'));
