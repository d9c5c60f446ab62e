//! The port that every store of events implements.

use async_trait::async_trait;
use clock::Millis;
use events::{Envelope, StreamId};
use ids::{AccountId, Uuid};
use serde_json::Value;
use tokio::sync::watch;

/// The most bytes that the events of one append may take: what one batch in the store may hold.
pub const MAX_BATCH_BYTES: usize = 128 * 1024;

/// Which version a stream must have for an append to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// This many events, no more and no fewer.
    Version(u64),
    /// Any: for observations that rest on no decision.
    Any,
}

/// An event to be appended.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// Its identity.
    pub id: Uuid,
    /// Its type, `<service>.<aggregate>.<PastTense>.v<N>`.
    pub event_type: String,
    /// Its data.
    pub data: Value,
}

/// Events of one stream to be appended together: all of them or none.
#[derive(Debug, Clone)]
pub struct Append {
    /// The stream.
    pub stream: StreamId,
    /// The version it must have.
    pub expected: Expected,
    /// The events, at least one.
    pub events: Vec<NewEvent>,
    /// When they were decided.
    pub time_ms: Millis,
    /// The command they answer.
    pub command_id: Uuid,
    /// What the whole story is about.
    pub correlation_id: Uuid,
    /// The event that caused them.
    pub causation_id: Option<Uuid>,
    /// Who asked for them.
    pub actor: Option<AccountId>,
    /// The trace they belong to.
    pub traceparent: Option<String>,
}

impl Append {
    /// Bytes that the data of the events take as JSON.
    pub fn data_bytes(&self) -> usize {
        self.events.iter().map(|event| event.data.to_string().len()).sum()
    }
}

/// Why nothing was appended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Somebody else appended first: decide again on the new state.
    #[error("{stream} is at version {actual}, not at {expected}")]
    VersionConflict {
        /// The stream.
        stream: StreamId,
        /// The version that was expected.
        expected: u64,
        /// The version it has.
        actual: u64,
    },
    /// The events are larger than a batch may be.
    #[error("the events take {bytes} bytes; at most {limit} are right")]
    TooLarge {
        /// What they take.
        bytes: usize,
        /// What they may take.
        limit: usize,
    },
    /// An append without events.
    #[error("an append needs at least one event")]
    Empty,
    /// The store failed.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// Why the journal can't be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// The store can't be reached or written: full disk, lost quorum.
    #[error("the journal is unavailable: {0}")]
    Unavailable(String),
    /// What is stored is not what was written.
    #[error("the journal is damaged: {0}")]
    Damaged(String),
}

/// A store of events: shards numbered without holes.
#[async_trait]
pub trait Journal: Send + Sync {
    /// How many shards it has, fixed when it was made.
    fn shards(&self) -> u32;

    /// Appends events of one stream. When it answers `Ok`, they are durable and numbered.
    async fn append(&self, append: Append) -> Result<Vec<Envelope>, AppendError>;

    /// The events of a stream whose version is greater than `after_version`, in order.
    async fn load(&self, stream: &StreamId, after_version: u64) -> Result<Vec<Envelope>, JournalError>;

    /// Events of a shard whose number is greater than `after_seq`, in order, at most `limit`.
    async fn read(&self, shard: u32, after_seq: u64, limit: usize) -> Result<Vec<Envelope>, JournalError>;

    /// The number of the last event in a shard; 0 when it is empty.
    async fn head(&self, shard: u32) -> Result<u64, JournalError>;

    /// Changes whenever something was appended by this process: what wakes a relay.
    fn appended(&self) -> watch::Receiver<u64>;
}
