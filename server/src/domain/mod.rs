//! Plain types and the rules of coverage and completeness. No input or output:
//! every rule here is a function of its arguments.

pub mod access_request;
pub mod account;
pub mod arrangement;
pub mod audit;
pub mod batch;
pub mod clock;
pub mod code;
pub mod comparison;
pub mod completeness;
pub mod correction;
pub mod dates;
pub mod difference;
pub mod document;
pub mod email;
pub mod facts;
pub mod identity;
pub mod invitation;
pub mod likeness;
pub mod lineage;
pub mod outreach;
pub mod password;
pub mod policy;
pub mod practice;
pub mod priority;
pub mod register;
pub mod rubric;
pub mod second_factor;
pub mod series;
pub mod session;
pub mod text;
pub mod timeline;
pub mod viewer;
pub mod vocabulary;
pub mod words;
