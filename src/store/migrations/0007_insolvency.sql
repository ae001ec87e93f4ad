-- Insolvency: what a judgment asks of the creditor, when a claim was born, and whom a notice of the BODACC is about.

alter table hold
  add column published_on date,
  add column procedure    text,
  add column declared_on  date,
  add constraint hold_procedure_check check (procedure in ('safeguard', 'receivership', 'liquidation'));

alter table due_item add column performed_on date;

alter table debtor
  add column status text,
  add constraint debtor_status_check check (status in ('association', 'co-ownership'));
create index debtor_siren_idx on debtor (organisation_id, siren) where siren is not null;
