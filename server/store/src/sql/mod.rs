//! Pools, migrations, and one SQL dialect for two databases.

pub(super) mod connect;
pub(super) mod dialect;
pub(super) mod listen;
pub(super) mod lock_timeout;
pub(super) mod read_cache;
