//! How large a request may be, and how long it may take.

use std::time::Duration;

/// The largest body that is read, in bytes.
pub const LARGEST_BODY: usize = 1024 * 1024;
/// The largest file that may be handed in, in bytes: outlines of all
/// municipalities in full detail fit.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;
/// How long a request may take, unless told otherwise.
pub const LONGEST_REQUEST: Duration = Duration::from_secs(20);
/// How long it may take to hand a file in: the largest, on a slow line.
pub const LONGEST_IMPORT: Duration = Duration::from_mins(3);
