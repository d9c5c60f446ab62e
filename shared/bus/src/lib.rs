//! The bus: how events of one service reach the others.
//!
//! A topic is a service's journal; its partitions are the journal's shards. A subscription may repeat, skip or reorder
//! deliveries; the [`Consumer`] accepts only the next number of each shard, fills holes from the owner's log, and stores
//! how far it came together with what it wrote. So a duplicate, a gap and a reordering are each visible, and none is applied.

mod consumer;
mod handler;
mod parking;
mod port;
mod progress;

pub use consumer::Consumer;
pub use handler::{HandleError, Handler};
pub use parking::{Parked, PARKED_VIEW, halts_instead_of_parking};
pub use port::{Bus, BusError, Position, Subscription};
pub use progress::Progress;
