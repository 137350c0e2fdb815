-- Municipalities: outlines by edition, lineage, other names, inhabitants.

-- The municipalities of the Netherlands from a date on. A corrected edition
-- stands beside the one that it supersedes.
create table boundary_edition (
    -- The first date on which the edition holds.
    date text not null
        constraint boundary_edition_date_form check (length(date) = 10),
    -- The coordinate system of the outlines.
    crs text not null
        constraint boundary_edition_crs_known check (crs in ('CRS84', 'RD_NEW')),
    -- Who published the outlines.
    source text not null,
    recorded_in bigint not null
        constraint boundary_edition_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint boundary_edition_superseded_in_fk references change (revision),
    constraint boundary_edition_pk primary key (date, recorded_in)
);

create unique index boundary_edition_standing on boundary_edition (date)
where superseded_in is null;

-- One municipality in one edition.
create table boundary_area (
    edition_date text not null,
    recorded_in bigint not null,
    -- CBS code, such as GM0363.
    code text not null
        constraint boundary_area_code_form check (length(code) = 6),
    -- The official name.
    name text not null
        constraint boundary_area_name_form check (length(name) > 0),
    -- GeoJSON Polygon or MultiPolygon in the coordinate system of the edition.
    geometry text not null,
    constraint boundary_area_pk primary key (edition_date, recorded_in, code),
    constraint boundary_area_edition_fk
        foreign key (edition_date, recorded_in) references boundary_edition (date, recorded_in)
);

-- (Part of) a municipality went into another.
create table succession (
    -- The first date on which the new situation holds.
    date text not null
        constraint succession_date_form check (length(date) = 10),
    -- The municipality that ended, and its name.
    from_code text not null,
    from_name text not null,
    -- The municipality that received it, and its name.
    to_code text not null,
    to_name text not null,
    -- The share of the ended municipality's area, in 0..1.
    area_share double precision not null
        constraint succession_area_share_range check (area_share between 0 and 1),
    recorded_in bigint not null
        constraint succession_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint succession_superseded_in_fk references change (revision),
    constraint succession_pk primary key (date, from_code, to_code, recorded_in)
);

create unique index succession_standing on succession (date, from_code, to_code)
where superseded_in is null;

-- Another name by which people know a municipality.
create table alias (
    code text not null
        constraint alias_code_form check (length(code) = 6),
    alias text not null
        constraint alias_alias_form check (length(alias) > 0),
    recorded_in bigint not null
        constraint alias_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint alias_superseded_in_fk references change (revision),
    constraint alias_pk primary key (code, alias, recorded_in)
);

create unique index alias_standing on alias (code, alias)
where superseded_in is null;

-- Inhabitants.
create table population_figure (
    -- The edition to which the code belongs.
    boundary_date text not null
        constraint population_figure_boundary_date_form check (length(boundary_date) = 10),
    code text not null
        constraint population_figure_code_form check (length(code) = 6),
    inhabitants bigint not null
        constraint population_figure_inhabitants_range check (inhabitants between 0 and 4294967295),
    -- The date to which the figure refers.
    reference_date text not null
        constraint population_figure_reference_date_form check (length(reference_date) = 10),
    -- Who published it.
    source text not null,
    recorded_in bigint not null
        constraint population_figure_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint population_figure_superseded_in_fk references change (revision),
    constraint population_figure_pk primary key (boundary_date, code, recorded_in)
);

create unique index population_figure_standing on population_figure (boundary_date, code)
where superseded_in is null;
