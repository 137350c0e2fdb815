-- What people record about municipalities beside what is imported.

-- Whom to ask about an arrangement; for those with an account alone.
alter table arrangement add column contact_name text;
alter table arrangement add column contact_email text;
alter table arrangement add column contact_phone text;

-- That a person found what a municipality inherited to be right for it.
create table confirmation (
    code text not null
        constraint confirmation_code_form check (length(code) = 6),
    -- The date from which it counts as the municipality's own.
    valid_from text not null
        constraint confirmation_valid_from_form check (length(valid_from) = 10),
    recorded_in bigint not null
        constraint confirmation_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint confirmation_superseded_in_fk references change (revision),
    constraint confirmation_pk primary key (code, valid_from, recorded_in)
);
