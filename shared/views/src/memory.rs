//! Read models that end with the process: for tests and for consumers that start from the beginning each time.

use crate::{Batch, Order, Row, RowKey, ViewError, ViewStore};
use async_trait::async_trait;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{PoisonError, RwLock};

/// Rows in memory.
#[derive(Default)]
pub struct MemoryViews {
    tables: RwLock<Tables>,
}

#[derive(Default)]
struct Tables {
    rows: BTreeMap<RowKey, Value>,
    checkpoints: BTreeMap<(String, String, u32), u64>,
}

#[async_trait]
impl ViewStore for MemoryViews {
    async fn get(&self, key: &RowKey) -> Result<Option<Value>, ViewError> {
        Ok(self.tables.read().unwrap_or_else(PoisonError::into_inner).rows.get(key).cloned())
    }

    async fn page(
        &self,
        view: &str,
        partition: &str,
        after: Option<&str>,
        limit: usize,
        order: Order,
    ) -> Result<Vec<Row>, ViewError> {
        let tables = self.tables.read().unwrap_or_else(PoisonError::into_inner);
        let first = RowKey::new(view, partition, "");
        let cursor = after.map(|after| RowKey::new(view, partition, after));
        let within = |key: &&RowKey| key.view == view && key.partition == partition;
        let row = |(key, value): (&RowKey, &Value)| Row { sort: key.sort.clone(), value: value.clone() };
        Ok(match order {
            Order::Ascending => {
                let from = cursor.map_or(Bound::Included(first), Bound::Excluded);
                let rows = tables.rows.range((from, Bound::Unbounded));
                rows.take_while(|(key, _)| within(key)).take(limit).map(row).collect()
            }
            Order::Descending => {
                let past_the_end = RowKey { view: view.to_owned(), partition: format!("{partition}\0"), sort: String::new() };
                let to = Bound::Excluded(cursor.unwrap_or(past_the_end));
                let rows = tables.rows.range((Bound::Unbounded, to)).rev();
                rows.take_while(|(key, _)| within(key)).take(limit).map(row).collect()
            }
        })
    }

    async fn commit(&self, batch: Batch) -> Result<(), ViewError> {
        let mut tables = self.tables.write().unwrap_or_else(PoisonError::into_inner);
        for (key, value) in batch.rows {
            match value {
                Some(value) => tables.rows.insert(key, value),
                None => tables.rows.remove(&key),
            };
        }
        for checkpoint in batch.checkpoints {
            tables.checkpoints.insert((checkpoint.group, checkpoint.topic, checkpoint.shard), checkpoint.seq);
        }
        Ok(())
    }

    async fn checkpoint(&self, group: &str, topic: &str, shard: u32) -> Result<u64, ViewError> {
        let tables = self.tables.read().unwrap_or_else(PoisonError::into_inner);
        Ok(tables.checkpoints.get(&(group.to_owned(), topic.to_owned(), shard)).copied().unwrap_or(0))
    }

    async fn reset(&self, views: &[&str], group: &str) -> Result<(), ViewError> {
        let mut tables = self.tables.write().unwrap_or_else(PoisonError::into_inner);
        tables.rows.retain(|key, _| !views.contains(&key.view.as_str()));
        tables.checkpoints.retain(|(of, _, _), _| of != group);
        Ok(())
    }
}
