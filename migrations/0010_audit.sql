-- Who changed, exported, signed in and approved. Lines are added, never altered
-- or removed; each is chained to the one before it, so that it shows when they
-- were.

create table audit_entry (
    -- Counts the lines, from 1 without gaps.
    seq bigint not null
        constraint audit_entry_pk primary key,
    at text not null
        constraint audit_entry_at_form check (length(at) = 27),
    -- A person, a token, `public data` or `command line`.
    actor text not null,
    -- What was done, such as `record_verdicts` or `sign_in`.
    action text not null,
    -- To what, such as `verdict GM0344 focal-point`.
    subject text not null,
    -- What stood before and what stands after, as JSON objects.
    before_value text,
    after_value text,
    -- The change that it tells of; none for what changes no facts.
    revision bigint
        constraint audit_entry_revision_fk references change (revision),
    -- SHA-256 over the hash of the line before and all of this line, 64
    -- hexadecimal digits.
    hash text not null
        constraint audit_entry_hash_form check (length(hash) = 64)
);

create index audit_entry_revision on audit_entry (revision)
where revision is not null;

-- One row: the last line. Taking it locks it, so that lines queue.
create table audit_head (
    id bigint not null
        constraint audit_head_pk primary key
        constraint audit_head_single check (id = 1),
    seq bigint not null,
    hash text not null
        constraint audit_head_hash_form check (length(hash) = 64),
    -- Changes up to this one were made before there was an audit trail.
    since bigint not null
);

insert into audit_head (id, seq, hash, since)
select 1, 0, '0000000000000000000000000000000000000000000000000000000000000000', revision
from server_state
where id = 1;

-- The change that this one took back; a change is taken back once.
alter table change add column undoes bigint;

create unique index change_undoes on change (undoes)
where undoes is not null;

-- Found for each change: what it wrote and what it withdrew.
create index region_membership_recorded_in on region_membership (recorded_in);
create index region_membership_superseded_in on region_membership (superseded_in)
where superseded_in is not null;
create index population_figure_recorded_in on population_figure (recorded_in);
