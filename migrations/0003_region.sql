-- Divisions of the country into regions, and who lies where.

create table region_set (
    -- Such as `vng-platform`.
    id text not null
        constraint region_set_id_form check (length(id) > 0),
    title_nl text not null,
    title_en text not null,
    -- 1 when its regions or members are assumed.
    provisional bigint not null
        constraint region_set_provisional_bool check (provisional in (0, 1)),
    -- Place in the order in which sets are shown.
    position bigint not null,
    recorded_in bigint not null
        constraint region_set_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint region_set_superseded_in_fk references change (revision),
    constraint region_set_pk primary key (id, recorded_in)
);

create unique index region_set_standing on region_set (id)
where superseded_in is null;

create table region (
    region_set text not null,
    -- Such as `PV20`.
    code text not null
        constraint region_code_form check (length(code) > 0),
    name text not null,
    -- What is known of its standing, in the words of the source.
    status text not null,
    recorded_in bigint not null
        constraint region_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint region_superseded_in_fk references change (revision),
    constraint region_pk primary key (region_set, code, recorded_in)
);

create unique index region_standing on region (region_set, code)
where superseded_in is null;

-- A municipality lies in a region from a date up to, and without, another.
create table region_membership (
    region_set text not null,
    region_code text not null,
    municipality_code text not null
        constraint region_membership_municipality_code_form check (length(municipality_code) = 6),
    valid_from text not null
        constraint region_membership_valid_from_form check (length(valid_from) = 10),
    -- Open when null.
    valid_to text
        constraint region_membership_valid_to_form check (length(valid_to) = 10),
    recorded_in bigint not null
        constraint region_membership_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint region_membership_superseded_in_fk references change (revision),
    constraint region_membership_pk primary key (region_set, municipality_code, valid_from, recorded_in),
    constraint region_membership_period check (valid_from < valid_to)
);

create unique index region_membership_standing on region_membership (region_set, municipality_code, valid_from)
where superseded_in is null;
