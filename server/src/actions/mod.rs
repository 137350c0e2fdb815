//! Every way to change something, one file a use case.
