//! The register that was read last.

use std::sync::Arc;

use parking_lot::Mutex;

use domain::places::register::Register;

/// The last register and the revision that made it.
pub(crate) type RegisterCache = Mutex<Option<(i64, Arc<Register>)>>;
