-- What others say is not right, waiting for somebody to accept or refuse it.
-- Nothing of it is on record until then.

create table correction (
    -- Random.
    id text not null
        constraint correction_pk primary key
        constraint correction_id_form check (length(id) > 0),
    -- The municipality of which it is said, as it was called on the date.
    code text not null
        constraint correction_code_form check (length(code) = 6),
    -- From whoever came by, or from who was sent a link.
    origin text not null
        constraint correction_origin_known check (origin in ('PUBLIC', 'LINK')),
    -- Whom to ask; forgotten some time after the decision.
    name text,
    email text,
    text text not null,
    state text not null
        constraint correction_state_known check (state in ('OPEN', 'ACCEPTED', 'REFUSED')),
    proposed_at text not null
        constraint correction_proposed_at_form check (length(proposed_at) = 27),
    decided_at text
        constraint correction_decided_at_form check (length(decided_at) = 27),
    decided_by text,
    -- Why it was refused, or what was done.
    answer text,
    -- The change by which it was accepted.
    revision bigint
        constraint correction_revision_fk references change (revision),
    constraint correction_decision check ((state = 'OPEN') = (decided_at is null))
);

create index correction_open on correction (proposed_at)
where state = 'OPEN';

-- What a building block would be.
create table correction_answer (
    correction_id text not null
        constraint correction_answer_correction_fk references correction (id),
    block text not null,
    verdict text not null,
    note text,
    constraint correction_answer_pk primary key (correction_id, block)
);

-- A link with which a municipality looks at its own record, once.
create table check_link (
    -- SHA-256 of the secret in the link, 64 hexadecimal digits.
    hash text not null
        constraint check_link_pk primary key
        constraint check_link_hash_form check (length(hash) = 64),
    code text not null
        constraint check_link_code_form check (length(code) = 6),
    made_at text not null
        constraint check_link_made_at_form check (length(made_at) = 27),
    made_by text not null,
    expires_at text not null
        constraint check_link_expires_at_form check (length(expires_at) = 27),
    used_at text
        constraint check_link_used_at_form check (length(used_at) = 27)
);
