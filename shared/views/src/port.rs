//! The port that every store of read models implements.

use async_trait::async_trait;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// Where a row lies. Parts may hold any character but U+0000.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The read model, with its version: `clips_by_creator@1`.
    pub view: String,
    /// Rows of one partition are paged together.
    pub partition: String,
    /// Their order within the partition, by bytes.
    pub sort: String,
}

impl RowKey {
    /// The key of a row.
    pub fn new(view: &str, partition: impl ToString, sort: impl ToString) -> Self {
        Self { view: view.to_owned(), partition: partition.to_string(), sort: sort.to_string() }
    }
}

/// A row as it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its sort key.
    pub sort: String,
    /// What it holds.
    pub value: Value,
}

impl Row {
    /// The value as `T`.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ViewError> {
        serde_json::from_value(self.value.clone()).map_err(|error| ViewError::Unreadable(error.to_string()))
    }
}

/// In which order a page runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By rising sort key.
    Ascending,
    /// By falling sort key.
    Descending,
}

/// How far a consumer has come in one shard of one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The consumer.
    pub group: String,
    /// The topic.
    pub topic: String,
    /// The shard.
    pub shard: u32,
    /// The last event whose effects are in the rows.
    pub seq: u64,
}

/// Rows to write (`None` deletes) and checkpoints to move: all of it or none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Batch {
    /// What each row holds from now on.
    pub rows: BTreeMap<RowKey, Option<Value>>,
    /// How far the consumer has come.
    pub checkpoints: Vec<Checkpoint>,
}

/// Why a read model can't be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ViewError {
    /// The store can't be reached or written.
    #[error("the read models are unavailable: {0}")]
    Unavailable(String),
    /// A row holds what this program cannot read: the view needs to be built again.
    #[error("a row cannot be read: {0}")]
    Unreadable(String),
}

/// A store of rows.
#[async_trait]
pub trait ViewStore: Send + Sync {
    /// One row.
    async fn get(&self, key: &RowKey) -> Result<Option<Value>, ViewError>;

    /// Rows of a partition in order, strictly after the sort key `after`, at most `limit`.
    async fn page(
        &self,
        view: &str,
        partition: &str,
        after: Option<&str>,
        limit: usize,
        order: Order,
    ) -> Result<Vec<Row>, ViewError>;

    /// Writes rows and checkpoints together.
    async fn commit(&self, batch: Batch) -> Result<(), ViewError>;

    /// How far a consumer has come; 0 when it has not begun.
    async fn checkpoint(&self, group: &str, topic: &str, shard: u32) -> Result<u64, ViewError>;

    /// Removes all rows of a view and all checkpoints of a consumer, so that it begins again.
    async fn reset(&self, views: &[&str], group: &str) -> Result<(), ViewError>;
}

/// Reads a row as `T`.
pub async fn get<T: DeserializeOwned>(store: &dyn ViewStore, key: &RowKey) -> Result<Option<T>, ViewError> {
    let Some(value) = store.get(key).await? else { return Ok(None) };
    serde_json::from_value(value).map(Some).map_err(|error| ViewError::Unreadable(error.to_string()))
}
