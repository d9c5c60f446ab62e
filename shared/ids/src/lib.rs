//! Typed identifiers: one registry, so that a clip is never mistaken for an account.
//!
//! All are UUIDs (RFC 9562): version 7 where they are made fresh, version 5 where they follow from something
//! (a command that follows from an event, so that its repeat is the same command). Over the API they carry a prefix
//! (`video_0190f…`), inside events they are bare UUIDs.

mod kinds;
mod source;

pub use kinds::*;
pub use source::{IdSource, RandomIds, SeededIds};
pub use uuid::Uuid;

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not an identifier of this kind; it looks like `{prefix}_0190f2a8-0000-7000-8000-000000000000`")]
pub struct NotAnId {
    /// What was given, cut to 80 characters.
    pub given: String,
    /// The prefix that identifiers of this kind carry.
    pub prefix: &'static str,
}

/// The identifier that follows from a name within a namespace (UUID version 5): same input, same identifier.
pub fn derived(namespace: Uuid, name: &str) -> Uuid {
    Uuid::new_v5(&namespace, name.as_bytes())
}
