-- Files that people hand in, look through, repair and then put on record. They
-- are no facts: until a batch is committed nothing of it is on record, and what
-- is on record of it afterwards stands in the tables of the facts, under the
-- revision that the batch made.

create table import_batch (
    id text not null
        constraint import_batch_pk primary key,
    -- What the file was called.
    file text not null
        constraint import_batch_file_form check (length(file) > 0),
    -- What it holds, as on the command line: verdicts, boundaries, ...
    kind text not null,
    -- The boundary date of rows that give none, and the layer of a GeoPackage.
    boundary_date text
        constraint import_batch_boundary_date_form check (length(boundary_date) = 10),
    layer text,
    state text not null
        constraint import_batch_state_known
            check (state in ('PREVIEW', 'COMMITTED', 'UNDONE', 'DISCARDED')),
    created_at text not null
        constraint import_batch_created_at_form check (length(created_at) = 27),
    created_by text not null,
    -- The revision against which the rows below were looked at; 0 before the
    -- first. A batch is committed as it was looked at, or not.
    looked_at_in bigint not null,
    -- The revision that it made; none when all of it was on record already.
    committed_in bigint
        constraint import_batch_committed_in_fk references change (revision),
    -- The columns of the file that are used, what is to be known of the file as
    -- a whole, and what an undo left as it was: JSON lists.
    columns text not null,
    notices text not null,
    kept text not null,
    -- The file itself. A repair and the commit read it anew, so that they do
    -- what an import of the repaired file would do, by the same checks. It is
    -- thrown away with the last look at it: what was recorded is on record, the
    -- rows tell what became of each line, and a file may hold more than that.
    content bytea,
    constraint import_batch_content check ((content is not null) = (state = 'PREVIEW'))
);

create index import_batch_created on import_batch (created_at, id);

-- A better value for a cell, in place of what the file says.
create table import_repair (
    batch_id text not null
        constraint import_repair_batch_fk references import_batch (id),
    line bigint not null,
    field text not null,
    value text not null,
    constraint import_repair_pk primary key (batch_id, line, field)
);

-- What would become, or became, of a row: kept, so that thousands of rows can be
-- paged through without reading the file again.
create table import_row (
    batch_id text not null
        constraint import_row_batch_fk references import_batch (id),
    line bigint not null,
    outcome text not null
        constraint import_row_outcome_known
            check (outcome in ('NEW', 'CHANGED', 'SAME', 'ERROR')),
    municipality text
        constraint import_row_municipality_form check (length(municipality) = 6),
    -- 1 when the batch was committed without it.
    left_out bigint not null
        constraint import_row_left_out_bool check (left_out in (0, 1)),
    -- What is wrong or was understood, what differs from the record, and the
    -- cells: JSON lists.
    remarks text not null,
    fields text not null,
    cells text not null,
    constraint import_row_pk primary key (batch_id, line)
);
