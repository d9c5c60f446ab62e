//! The port that every bus implements.

use async_trait::async_trait;
use events::Envelope;

/// How far somebody has come in one shard of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The shard.
    pub shard: u32,
    /// The last event that was taken; 0 before the first.
    pub seq: u64,
}

/// Why events can't be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BusError {
    /// No service publishes this topic here.
    #[error("there is no topic `{0}`")]
    NoSuchTopic(String),
    /// The bus or the log can't be reached.
    #[error("the bus is unavailable: {0}")]
    Unavailable(String),
}

/// The bus.
#[async_trait]
pub trait Bus: Send + Sync {
    /// The shards of a topic.
    async fn shards(&self, topic: &str) -> Result<u32, BusError>;

    /// Events of a topic as they come, for one consumer group, from these positions on. At least once; mostly in order.
    async fn subscribe(&self, topic: &str, group: &str, from: &[Position]) -> Result<Box<dyn Subscription>, BusError>;

    /// Reads the owner's log: how holes are filled.
    async fn read_log(&self, topic: &str, shard: u32, after_seq: u64, limit: usize) -> Result<Vec<Envelope>, BusError>;

    /// The number of the last event in a shard of the owner's log.
    async fn head(&self, topic: &str, shard: u32) -> Result<u64, BusError>;
}

/// A running subscription.
#[async_trait]
pub trait Subscription: Send {
    /// The next events, at least one; waits until there are some. Safe to drop while it waits.
    async fn next(&mut self) -> Result<Vec<Envelope>, BusError>;
}
