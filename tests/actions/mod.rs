//! What may be recorded, and what is refused.

mod outreach;
