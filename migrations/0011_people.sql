-- Signing in elsewhere, invitations, requests for access, second factors, and
-- what a token may do.

-- An account may have no password: its person signs in elsewhere, or has not
-- taken up an invitation. SQLite drops no constraint, so the tables are made
-- anew.
create table account_kept as
select * from account;

create table account_region_kept as
select * from account_region;

drop table account_region;

drop table account;

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
    constraint account_password check (password_hash is null or superseded_at is null),
    constraint account_password_to_change
        check (must_change = 0 or password_hash is not null or superseded_at is not null)
);

insert into account
    (id, number, email, name, role, password_hash, must_change, recorded_at, recorded_by, superseded_at)
select id, number, email, name, role, password_hash, must_change, recorded_at, recorded_by, superseded_at
from account_kept;

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

insert into account_region (account_id, number, region_set, region_code)
select account_id, number, region_set, region_code
from account_region_kept;

drop table account_region_kept;

drop table account_kept;

-- By whom an account is known at a provider of OpenID Connect. Goes with the
-- account.
create table account_identity (
    issuer text not null,
    subject text not null,
    account_id text not null,
    linked_at text not null
        constraint account_identity_linked_at_form check (length(linked_at) = 27),
    constraint account_identity_pk primary key (issuer, subject),
    constraint account_identity_one unique (account_id, issuer)
);

-- Sign-ins at a provider that were used, so that none is used twice. Rows go
-- once the sign-in could not be used any more.
create table used_sign_in (
    -- SHA-256 of what the browser held, 64 hexadecimal digits.
    hash text not null
        constraint used_sign_in_pk primary key
        constraint used_sign_in_hash_form check (length(hash) = 64),
    used_at text not null
        constraint used_sign_in_used_at_form check (length(used_at) = 27)
);

-- 1 when a provider said who it is, and no password was asked.
alter table session
add column by_provider bigint not null default 0
    constraint session_by_provider_form check (by_provider in (0, 1));

-- A link with which somebody takes up their account. Goes when it is used,
-- replaced, or the account is removed.
create table invitation (
    account_id text not null
        constraint invitation_pk primary key,
    -- SHA-256 of the secret in the link, 64 hexadecimal digits.
    hash text not null
        constraint invitation_hash_one unique
        constraint invitation_hash_form check (length(hash) = 64),
    made_at text not null
        constraint invitation_made_at_form check (length(made_at) = 27),
    made_by text not null,
    expires_at text not null
        constraint invitation_expires_at_form check (length(expires_at) = 27)
);

-- Somebody without an account asks for one. Goes some weeks after it was
-- decided on.
create table access_request (
    -- Random.
    id text not null
        constraint access_request_pk primary key
        constraint access_request_id_form check (length(id) > 0),
    email text not null
        constraint access_request_email_form check (length(email) > 2 and email = lower(email)),
    name text not null
        constraint access_request_name_form check (length(name) > 0),
    organisation text,
    region_set text,
    region_code text,
    reason text,
    -- Who they are at a provider, when they came from there.
    issuer text,
    subject text,
    asked_at text not null
        constraint access_request_asked_at_form check (length(asked_at) = 27),
    decided_at text
        constraint access_request_decided_at_form check (length(decided_at) = 27),
    constraint access_request_region check ((region_set is null) = (region_code is null)),
    constraint access_request_identity check ((issuer is null) = (subject is null))
);

-- Who asks again corrects what they asked.
create unique index access_request_open on access_request (email)
where decided_at is null;

-- The second factor of an account (RFC 6238). Goes with the account.
create table account_totp (
    account_id text not null
        constraint account_totp_pk primary key,
    -- 20 random bytes, 40 hexadecimal digits. Codes are made from it, so that
    -- a hash would not do.
    secret text not null
        constraint account_totp_secret_form check (length(secret) = 40),
    -- Null until a first code showed that the person has it.
    confirmed_at text
        constraint account_totp_confirmed_at_form check (length(confirmed_at) = 27),
    -- The last period of 30 seconds whose code was used: none is used twice.
    last_step bigint not null
);

-- A code for who has lost the second factor. Goes when it is used.
create table account_recovery (
    account_id text not null,
    -- SHA-256 of the code, 64 hexadecimal digits.
    hash text not null
        constraint account_recovery_hash_form check (length(hash) = 64),
    constraint account_recovery_pk primary key (account_id, hash)
);

-- What a token may do, and until when; the regions of a PLATFORM.
create table api_token_kept as
select * from api_token;

drop table api_token;

-- A token that programs send. Revoked when superseded.
create table api_token (
    -- SHA-256 of the token, 64 hexadecimal digits; the token itself is nowhere.
    hash text not null
        constraint api_token_pk primary key
        constraint api_token_hash_form check (length(hash) = 64),
    name text not null
        constraint api_token_name_form check (length(name) > 0),
    role text not null,
    -- READ or WRITE.
    scope text not null
        constraint api_token_scope_form check (scope in ('READ', 'WRITE')),
    -- The last date on which it holds; null when it does not run out.
    expires text
        constraint api_token_expires_form check (length(expires) = 10),
    recorded_in bigint not null
        constraint api_token_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint api_token_superseded_in_fk references change (revision)
);

insert into api_token (hash, name, role, scope, expires, recorded_in, superseded_in)
select hash, name, role, 'WRITE', null, recorded_in, superseded_in
from api_token_kept;

create unique index api_token_standing on api_token (name)
where superseded_in is null;

-- A region whose internal data a PLATFORM may read.
create table api_token_region (
    hash text not null
        constraint api_token_region_token_fk references api_token (hash),
    region_set text not null,
    region_code text not null,
    constraint api_token_region_pk primary key (hash, region_set, region_code)
);

insert into api_token_region (hash, region_set, region_code)
select hash, region_set, region_code
from api_token_kept
where region_set is not null;

drop table api_token_kept;
