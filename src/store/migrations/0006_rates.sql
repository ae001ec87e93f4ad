-- Rates that people record before a release brings them: public facts, the same for every organisation, hence no organisation_id.

create table rate (
  country     text        not null,
  series      text        not null,
  from_on     date        not null,
  until_on    date        not null,
  rate_bps    integer     not null,
  source      text        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  constraint rate_pk primary key (country, series, from_on, until_on),
  constraint rate_series_check check (series in ('ecb', 'legal-individual', 'legal-other')),
  constraint rate_days_check check (from_on <= until_on),
  constraint rate_bps_check check (rate_bps between 0 and 10000)
);

-- What is known of a rate never changes: a wrong row is removed, and another recorded.
grant select, insert, delete on rate to quittance_app;
