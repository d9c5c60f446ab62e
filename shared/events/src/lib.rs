//! The event types of all services: data only, one file per producing service.
//!
//! Events are the only thing services share. A type is never changed incompatibly: it gets a `V2` variant, and
//! [`upcast`] turns what was written as `v1` into it. Each variant has a sample; the samples are the golden files under
//! `schemas/events/`, and every one ever written must still load.

pub mod cameo_ledger;
mod codec;
mod envelope;
pub mod generation;
pub mod identity;
pub mod moderation;
pub mod optout_registry;
pub mod recommendation;
pub mod sample;
mod stream;
pub mod upcast;

pub use codec::{DecodeError, DomainEvent, decode, encode, type_of};
pub use envelope::{Envelope, MAX_EVENT_BYTES};
pub use stream::{StreamId, topic};
