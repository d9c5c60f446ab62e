//! Read models: rows folded from events, that can be thrown away and built again.
//!
//! A row lies under (view, partition, sort key). Rows and the checkpoint of the consumer that wrote them are committed
//! together, so a consumer that dies starts again exactly where its rows end.

mod effects;
mod memory;
mod port;

pub use effects::Effects;
pub use memory::MemoryViews;
pub use port::{get, Batch, Checkpoint, Order, Row, RowKey, ViewError, ViewStore};
