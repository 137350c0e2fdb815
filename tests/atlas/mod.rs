//! The atlas of what stands in a store.

mod over_time;
