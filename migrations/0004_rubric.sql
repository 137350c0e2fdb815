-- The rubric by which policy is judged. Rubrics are data with versions: a
-- changed rubric is another rubric with an id of its own.

create table rubric (
    -- Such as `kader-voorlopig-1`.
    id text not null
        constraint rubric_pk primary key,
    title_nl text not null,
    title_en text not null,
    -- 1 when the assignment of blocks is this project's own.
    provisional bigint not null
        constraint rubric_provisional_bool check (provisional in (0, 1)),
    -- The first date on which it is in force.
    valid_from text not null
        constraint rubric_valid_from_form check (length(valid_from) = 10),
    recorded_in bigint not null
        constraint rubric_recorded_in_fk references change (revision)
);

create table theme (
    rubric text not null
        constraint theme_rubric_fk references rubric (id),
    id text not null,
    -- Place in the order in which themes are shown.
    position bigint not null,
    dimension text not null,
    title_nl text not null,
    title_en text not null,
    -- Where a municipality finds guidance.
    guidance_url text not null,
    constraint theme_pk primary key (rubric, id)
);

create table building_block (
    rubric text not null,
    id text not null,
    -- Place in the order in which blocks are shown.
    position bigint not null,
    theme text not null,
    level text not null,
    -- How much it counts.
    weight double precision not null
        constraint building_block_weight_range check (weight > 0),
    title_nl text not null,
    title_en text not null,
    -- The public source that states it.
    source_url text not null,
    constraint building_block_pk primary key (rubric, id),
    constraint building_block_theme_fk foreign key (rubric, theme) references theme (rubric, id)
);

-- What somebody recorded about one building block of one municipality.
create table verdict (
    recorded_in bigint not null
        constraint verdict_recorded_in_fk references change (revision),
    -- Counts the verdicts of one change; with it, the id of the record.
    position bigint not null,
    code text not null
        constraint verdict_code_form check (length(code) = 6),
    rubric text not null,
    block text not null,
    verdict text not null
        constraint verdict_verdict_known check (verdict in ('UNKNOWN', 'ABSENT', 'IN_PREPARATION', 'PRESENT')),
    -- The date from which it holds, until a later one.
    valid_from text not null
        constraint verdict_valid_from_form check (length(valid_from) = 10),
    -- How it is known.
    established text not null,
    source_url text,
    source_certainty text,
    note text,
    superseded_in bigint
        constraint verdict_superseded_in_fk references change (revision),
    constraint verdict_pk primary key (recorded_in, position),
    constraint verdict_block_fk foreign key (rubric, block) references building_block (rubric, id)
);

create unique index verdict_standing on verdict (code, block, valid_from, rubric)
where superseded_in is null;

create index verdict_superseded_in on verdict (superseded_in)
where superseded_in is not null;
