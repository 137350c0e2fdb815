//! Words about who may do what.

use super::UnknownWord;

vocabulary! {
    /// What an account may do.
    Role, "role", {
        /// Reads what is public; needs no account.
        Public = "PUBLIC",
        /// Reads and edits the internal data of its own regions.
        Platform = "PLATFORM",
        /// Reads and edits the internal data of all regions.
        Outreach = "OUTREACH",
        /// Manages people, region sets and rubrics too.
        Admin = "ADMIN",
    }
}

vocabulary! {
    /// What a token may do of what its role may.
    Scope, "scope", {
        /// Read.
        Read = "READ",
        /// Read, and change.
        Write = "WRITE",
    }
}
