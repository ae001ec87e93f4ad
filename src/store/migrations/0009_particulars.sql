-- What a formal notice and an agency's letter must say of both parties: addresses, SIREN, who signs.

alter table creditor add column address text;
alter table creditor add column siren text;
alter table creditor add column signatory text;
alter table debtor add column address text;
