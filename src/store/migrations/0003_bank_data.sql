-- How far a creditor's bank data goes: beyond an age that the organisation sets, nothing is asked of anybody.

alter table creditor add column bank_data_on date;
