-- Whom outreach staff approach, what was said, and what stands in the way.
-- A correction is another row with the same id.

create table campaign (
    id text not null
        constraint campaign_id_form check (length(id) > 0),
    title text not null,
    -- Municipalities to reach.
    goal bigint not null
        constraint campaign_goal_range check (goal between 1 and 1000),
    first_day text not null
        constraint campaign_first_day_form check (length(first_day) = 10),
    -- Included.
    last_day text not null
        constraint campaign_last_day_form check (length(last_day) = 10),
    -- One a line.
    partners text not null,
    recorded_in bigint not null
        constraint campaign_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint campaign_superseded_in_fk references change (revision),
    constraint campaign_pk primary key (id, recorded_in),
    constraint campaign_period check (first_day <= last_day)
);

create unique index campaign_standing on campaign (id)
where superseded_in is null;

-- How far a municipality has come in a campaign; each stage is a row.
create table campaign_target (
    campaign_id text not null,
    code text not null
        constraint campaign_target_code_form check (length(code) = 6),
    stage text not null,
    -- Who of the staff looks after it.
    owner text,
    -- Ended municipalities that were chosen and of which it is what became;
    -- one a line.
    replaces text not null,
    recorded_in bigint not null
        constraint campaign_target_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint campaign_target_superseded_in_fk references change (revision),
    constraint campaign_target_pk primary key (campaign_id, code, recorded_in)
);

create unique index campaign_target_standing on campaign_target (campaign_id, code)
where superseded_in is null;

create table briefing (
    id text not null
        constraint briefing_id_form check (length(id) > 0),
    -- Outside any campaign when null.
    campaign_id text,
    date text not null
        constraint briefing_date_form check (length(date) = 10),
    stage text not null,
    kind text not null,
    -- The region of a regional one.
    region_set text,
    region_code text,
    owner text,
    -- One a line.
    partners text not null,
    outcome text,
    follow_up text
        constraint briefing_follow_up_form check (length(follow_up) = 10),
    recorded_in bigint not null
        constraint briefing_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint briefing_superseded_in_fk references change (revision),
    constraint briefing_pk primary key (id, recorded_in),
    constraint briefing_region check ((region_set is null) = (region_code is null)),
    constraint briefing_follow_up_order check (date <= follow_up)
);

create unique index briefing_standing on briefing (id)
where superseded_in is null;

-- A municipality for which the briefing counts, by its code on the date.
create table briefing_municipality (
    briefing_id text not null,
    recorded_in bigint not null,
    code text not null
        constraint briefing_municipality_code_form check (length(code) = 6),
    constraint briefing_municipality_pk primary key (briefing_id, recorded_in, code),
    constraint briefing_municipality_briefing_fk
        foreign key (briefing_id, recorded_in) references briefing (id, recorded_in)
);

-- What stands in the way in a region or a municipality.
create table bottleneck (
    id text not null
        constraint bottleneck_id_form check (length(id) > 0),
    category text not null,
    text text not null,
    region_set text,
    region_code text,
    municipality_code text
        constraint bottleneck_municipality_code_form check (length(municipality_code) = 6),
    raised text not null
        constraint bottleneck_raised_form check (length(raised) = 10),
    -- Open when null.
    resolved text
        constraint bottleneck_resolved_form check (length(resolved) = 10),
    -- To whom it was taken when those concerned could not resolve it.
    escalated_to text,
    recorded_in bigint not null
        constraint bottleneck_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint bottleneck_superseded_in_fk references change (revision),
    constraint bottleneck_pk primary key (id, recorded_in),
    constraint bottleneck_region check ((region_set is null) = (region_code is null)),
    constraint bottleneck_place check ((region_set is null) <> (municipality_code is null)),
    constraint bottleneck_resolved_order check (raised <= resolved)
);

create unique index bottleneck_standing on bottleneck (id)
where superseded_in is null;

-- What works, for others to follow; of the whole country without a place.
create table good_practice (
    id text not null
        constraint good_practice_id_form check (length(id) > 0),
    title text not null,
    text text not null,
    -- The building block that it helps to put in place.
    block text,
    region_set text,
    region_code text,
    municipality_code text
        constraint good_practice_municipality_code_form check (length(municipality_code) = 6),
    source_url text,
    recorded_in bigint not null
        constraint good_practice_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint good_practice_superseded_in_fk references change (revision),
    constraint good_practice_pk primary key (id, recorded_in),
    constraint good_practice_region check ((region_set is null) = (region_code is null))
);

create unique index good_practice_standing on good_practice (id)
where superseded_in is null;
