-- Who signs in. Accounts are no facts: they have a count of their own, so that
-- a password or a session never makes another revision of what is on record.

-- One row. Counts the changes of accounts and sessions; the servers on one
-- database look whether it grew. Taking the next number locks it, so that
-- these changes queue, apart from those of the facts.
create table access_state (
    id bigint not null
        constraint access_state_pk primary key
        constraint access_state_single check (id = 1),
    -- The number of the last committed change; 0 before the first.
    number bigint not null
);

insert into access_state (id, number)
values (1, 0);

-- Another version is another row with the same id. An account is removed when
-- its last version is superseded.
create table account (
    -- Random; never given again.
    id text not null
        constraint account_id_form check (length(id) > 0),
    -- The change that wrote it.
    number bigint not null,
    email text not null
        constraint account_email_form check (length(email) > 2 and email = lower(email)),
    -- Stands beside what the person records.
    name text not null
        constraint account_name_form check (length(name) > 0),
    role text not null
        constraint account_role_form check (role <> 'PUBLIC'),
    -- Argon2id, in the form of the PHC. Gone when superseded: nobody needs to
    -- find an old password again.
    password_hash text,
    -- 1 while the password is one that somebody else has seen.
    must_change bigint not null
        constraint account_must_change_form check (must_change in (0, 1)),
    recorded_at text not null
        constraint account_recorded_at_form check (length(recorded_at) = 27),
    recorded_by text not null
        constraint account_recorded_by_form check (length(recorded_by) > 0),
    superseded_at text
        constraint account_superseded_at_form check (length(superseded_at) = 27),
    constraint account_pk primary key (id, number),
    constraint account_password check ((password_hash is null) = (superseded_at is not null))
);

create unique index account_standing on account (id)
where superseded_at is null;

create unique index account_email_standing on account (email)
where superseded_at is null;

create unique index account_name_standing on account (name)
where superseded_at is null;

-- A region whose internal data a PLATFORM may read.
create table account_region (
    account_id text not null,
    number bigint not null,
    region_set text not null,
    region_code text not null,
    constraint account_region_pk primary key (account_id, number, region_set, region_code),
    constraint account_region_account_fk
        foreign key (account_id, number) references account (id, number)
);

-- A browser in which somebody is signed in. Rows go 30 days after the last use.
create table session (
    -- SHA-256 of what the cookie holds, 64 hexadecimal digits.
    hash text not null
        constraint session_pk primary key
        constraint session_hash_form check (length(hash) = 64),
    account_id text not null,
    created_at text not null
        constraint session_created_at_form check (length(created_at) = 27),
    -- To within some minutes.
    last_used_at text not null
        constraint session_last_used_at_form check (length(last_used_at) = 27),
    -- When the person signed out, or chose another password.
    ended_at text
        constraint session_ended_at_form check (length(ended_at) = 27),
    constraint session_order check (created_at <= last_used_at)
);

create index session_standing on session (account_id)
where ended_at is null;
