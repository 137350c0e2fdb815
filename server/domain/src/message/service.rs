//! What the server cannot do at the moment, and what it does not take.

use super::declare::messages;

messages! {
    /// About the server, its database and its disk.
    ServiceMessage {
        DatabaseUnavailable,
        DatabaseBusy,
        DatabaseFull,
        DatabaseReadOnly,
        FileUnread,
        NoRandomness,
        NotHashed,
        Internal,
    }
}
