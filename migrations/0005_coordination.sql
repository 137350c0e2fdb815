-- Arrangements for care coordination and policy documents. A correction is
-- another row with the same id.

create table arrangement (
    id text not null
        constraint arrangement_id_form check (length(id) > 0),
    status text not null,
    -- How the function is filled.
    mode text not null,
    organisation text,
    -- Who pays.
    commissioned_by text,
    -- Ages in years that it serves, both included; every age when null.
    age_from bigint
        constraint arrangement_age_from_range check (age_from between 0 and 255),
    age_to bigint
        constraint arrangement_age_to_range check (age_to between 0 and 255),
    -- Full-time equivalents, when known.
    fte double precision
        constraint arrangement_fte_range check (fte >= 0),
    valid_from text not null
        constraint arrangement_valid_from_form check (length(valid_from) = 10),
    -- The day after the last; open when null.
    valid_to text
        constraint arrangement_valid_to_form check (length(valid_to) = 10),
    source_url text,
    -- How certain the dates are, in the words of the source.
    source_certainty text,
    note text,
    recorded_in bigint not null
        constraint arrangement_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint arrangement_superseded_in_fk references change (revision),
    constraint arrangement_pk primary key (id, recorded_in),
    constraint arrangement_period check (valid_from <= valid_to)
);

create unique index arrangement_standing on arrangement (id)
where superseded_in is null;

-- A form of exploitation that the arrangement serves; every form without rows.
create table arrangement_form (
    arrangement_id text not null,
    recorded_in bigint not null,
    form text not null,
    constraint arrangement_form_pk primary key (arrangement_id, recorded_in, form),
    constraint arrangement_form_arrangement_fk
        foreign key (arrangement_id, recorded_in) references arrangement (id, recorded_in)
);

-- A municipality that the arrangement names: the area which it had in the
-- edition of the boundary date.
create table arrangement_coverage (
    arrangement_id text not null,
    recorded_in bigint not null,
    code text not null
        constraint arrangement_coverage_code_form check (length(code) = 6),
    boundary_date text not null
        constraint arrangement_coverage_boundary_date_form check (length(boundary_date) = 10),
    constraint arrangement_coverage_pk primary key (arrangement_id, recorded_in, code, boundary_date),
    constraint arrangement_coverage_arrangement_fk
        foreign key (arrangement_id, recorded_in) references arrangement (id, recorded_in)
);

create table policy_document (
    id text not null
        constraint policy_document_id_form check (length(id) > 0),
    title text not null,
    scope text not null,
    -- At the official publisher.
    identifier text,
    -- A document without a date is listed but gives no verdict.
    valid_from text
        constraint policy_document_valid_from_form check (length(valid_from) = 10),
    valid_to text
        constraint policy_document_valid_to_form check (length(valid_to) = 10),
    source_url text,
    -- What kind of date it is, in the words of the source.
    source_certainty text,
    -- The themes that the visible part of the text names.
    themes_mentioned text,
    note text,
    recorded_in bigint not null
        constraint policy_document_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint policy_document_superseded_in_fk references change (revision),
    constraint policy_document_pk primary key (id, recorded_in),
    constraint policy_document_period check (valid_from <= valid_to)
);

create unique index policy_document_standing on policy_document (id)
where superseded_in is null;

create table document_coverage (
    document_id text not null,
    recorded_in bigint not null,
    code text not null
        constraint document_coverage_code_form check (length(code) = 6),
    boundary_date text not null
        constraint document_coverage_boundary_date_form check (length(boundary_date) = 10),
    constraint document_coverage_pk primary key (document_id, recorded_in, code, boundary_date),
    constraint document_coverage_document_fk
        foreign key (document_id, recorded_in) references policy_document (id, recorded_in)
);

-- A figure for the whole country that others published.
create table national_indicator (
    indicator text not null,
    date text not null
        constraint national_indicator_date_form check (length(date) = 10),
    value double precision not null,
    -- The whole of which it is a part.
    of_total double precision,
    unit text not null,
    source_url text,
    -- How certain the date is, in the words of the source.
    source_certainty text,
    note text not null,
    recorded_in bigint not null
        constraint national_indicator_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint national_indicator_superseded_in_fk references change (revision),
    constraint national_indicator_pk primary key (indicator, date, recorded_in)
);

create unique index national_indicator_standing on national_indicator (indicator, date)
where superseded_in is null;
