//! Plain types and the rules of coverage and completeness. No input or output:
//! every rule here is a function of its arguments.

pub mod care;
pub mod clock;
pub mod dates;
pub mod facts;
pub mod id;
pub mod labels;
pub mod message;
pub mod notes;
pub mod outreach;
pub mod page;
pub mod people;
pub mod places;
pub mod plain_text;
pub mod policy;
pub mod record;
pub mod recorded;
pub mod shared_table;
pub mod source;
pub mod timeline;
pub mod timeline_dates;
pub mod vocabulary;
pub mod words;
