-- The public data come in editions. Which one stands on record is that of the
-- last change here that was not taken back; a change that filled the database
-- before editions were counted has no row, and brought the first.

create table public_data_edition (
    -- The change that brought it.
    revision bigint not null
        constraint public_data_edition_pk primary key
        constraint public_data_edition_change_fk references change (revision),
    -- Counts the editions, from 1.
    edition bigint not null
        constraint public_data_edition_range check (edition >= 1)
);
