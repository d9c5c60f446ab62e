//! The event journal: the truth of one service.
//!
//! A stream is one aggregate; a shard is `hash(stream) % shards`, fixed when the journal is made. Within a shard events
//! are numbered 1, 2, 3 … without a hole, and each carries a hash over the one before it. What `append` has answered is
//! durable. This crate holds the port and the application layer; adapters live beside it and pass [`contract`].

mod chain;
#[cfg(feature = "testing")]
pub mod contract;
mod execute;
mod port;

pub use chain::{GENESIS, chained, shard_of, verify};
pub use execute::{CommandMeta, Commands, ExecuteError, Executed};
pub use port::{Append, AppendError, Expected, Journal, JournalError, MAX_BATCH_BYTES, NewEvent};
