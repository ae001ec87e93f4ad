-- The work list begins at any day without sorting what came before it.

create index action_asked_idx on action (organisation_id, asked_on desc, case_id, id);
