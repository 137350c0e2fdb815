-- The second clock. Every committed change is one row here; records elsewhere
-- name the change that wrote them and the change that put a correction in
-- their place, and take instant and author from it. Nothing is deleted.
--
-- Types that mean the same in SQLite and PostgreSQL: dates are text as
-- 2021-12-31; instants are text as 2021-12-31T23:59:59.000000Z, so that the
-- order of the text is the order of time; booleans are bigint 0 or 1.

create table change (
    -- Counts the committed changes.
    revision bigint not null
        constraint change_pk primary key,
    -- Strictly later than that of the revision before.
    recorded_at text not null
        constraint change_recorded_at_unique unique
        constraint change_recorded_at_form check (length(recorded_at) = 27),
    -- A user, a token, or `public data`.
    recorded_by text not null
        constraint change_recorded_by_form check (length(recorded_by) > 0),
    -- What was done, such as `record_verdicts`.
    action text not null,
    -- To what, in a few words.
    summary text not null
);

-- One row. Taking the next revision locks it, so that writers queue.
create table server_state (
    id bigint not null
        constraint server_state_pk primary key
        constraint server_state_single check (id = 1),
    -- The revision of the last committed change; 0 before the first.
    revision bigint not null
);

insert into server_state (id, revision)
values (1, 0);
