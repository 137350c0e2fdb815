-- A later version of the rubric says which of its blocks go by which of the
-- version before, so that what was recorded then is read now.

-- A version that was taken back; nothing was recorded by it.
alter table rubric add column superseded_in bigint;

-- Where nothing was recorded for the block, the weakest of the verdicts on
-- these blocks of the version before holds.
create table block_origin (
    rubric text not null,
    block text not null,
    from_block text not null,
    constraint block_origin_pk primary key (rubric, block, from_block),
    constraint block_origin_block_fk foreign key (rubric, block) references building_block (rubric, id)
);
