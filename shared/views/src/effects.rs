//! What handling events changes: rows, collected until they are committed with the checkpoint.

use crate::{Batch, Checkpoint, RowKey, ViewError, ViewStore};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Rows that a consumer changes. Reads see what was written earlier in the same batch.
pub struct Effects<'s> {
    store: &'s dyn ViewStore,
    batch: Batch,
}

impl<'s> Effects<'s> {
    /// No changes yet.
    pub fn new(store: &'s dyn ViewStore) -> Self {
        Self { store, batch: Batch::default() }
    }

    /// The store underneath, for pages; rows of this batch are not in it yet.
    pub fn store(&self) -> &'s dyn ViewStore {
        self.store
    }

    /// One row.
    pub async fn get<T: DeserializeOwned>(&self, key: &RowKey) -> Result<Option<T>, ViewError> {
        let value = match self.batch.rows.get(key) {
            Some(written) => written.clone(),
            None => self.store.get(key).await?,
        };
        value
            .map(|value| serde_json::from_value(value).map_err(|error| ViewError::Unreadable(error.to_string())))
            .transpose()
    }

    /// Writes a row.
    pub fn put(&mut self, key: RowKey, value: &impl Serialize) -> Result<(), ViewError> {
        let value = serde_json::to_value(value).map_err(|error| ViewError::Unreadable(error.to_string()))?;
        self.put_value(key, value);
        Ok(())
    }

    /// Writes a row that is JSON already.
    pub fn put_value(&mut self, key: RowKey, value: Value) {
        self.batch.rows.insert(key, Some(value));
    }

    /// Deletes a row.
    pub fn delete(&mut self, key: RowKey) {
        self.batch.rows.insert(key, None);
    }

    /// Takes back everything written since `earlier`, when one event of several could not be handled.
    pub fn restore(&mut self, earlier: Batch) {
        self.batch = earlier;
    }

    /// What was written so far.
    pub fn so_far(&self) -> Batch {
        self.batch.clone()
    }

    /// Everything, with how far the consumer has come.
    pub fn into_batch(mut self, checkpoints: Vec<Checkpoint>) -> Batch {
        self.batch.checkpoints = checkpoints;
        self.batch
    }
}
