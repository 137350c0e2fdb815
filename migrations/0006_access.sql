-- Who may ask for more than the public.

-- A token that programs send. Revoked when superseded.
create table api_token (
    -- SHA-256 of the token, 64 hexadecimal digits; the token itself is nowhere.
    hash text not null
        constraint api_token_pk primary key
        constraint api_token_hash_form check (length(hash) = 64),
    name text not null
        constraint api_token_name_form check (length(name) > 0),
    role text not null,
    -- The region whose internal data a PLATFORM may read; null for the others.
    region_set text,
    region_code text,
    recorded_in bigint not null
        constraint api_token_recorded_in_fk references change (revision),
    superseded_in bigint
        constraint api_token_superseded_in_fk references change (revision),
    constraint api_token_region check ((region_set is null) = (region_code is null)),
    constraint api_token_role_region check ((role = 'PLATFORM') = (region_set is not null))
);

create unique index api_token_standing on api_token (name)
where superseded_in is null;
