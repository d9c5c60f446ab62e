//! How far a consumer has come: for readiness, for metrics, and for readers who want to see their own writes.

use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::watch;

/// A live view on a consumer's positions. Cheap to clone.
#[derive(Clone)]
pub struct Progress {
    positions: watch::Receiver<HashMap<(String, u32), u64>>,
    stuck: watch::Receiver<Option<String>>,
}

/// The other end, held by the consumer.
pub(crate) struct Reporter {
    positions: watch::Sender<HashMap<(String, u32), u64>>,
    stuck: watch::Sender<Option<String>>,
}

pub(crate) fn channel() -> (Reporter, Progress) {
    let (positions, positions_seen) = watch::channel(HashMap::new());
    let (stuck, stuck_seen) = watch::channel(None);
    (Reporter { positions, stuck }, Progress { positions: positions_seen, stuck: stuck_seen })
}

impl Reporter {
    pub(crate) fn reached(&self, topic: &str, shard: u32, seq: u64) {
        self.positions.send_modify(|positions| {
            positions.insert((topic.to_owned(), shard), seq);
        });
    }

    pub(crate) fn stuck(&self, why: Option<String>) {
        self.stuck.send_if_modified(|current| {
            let changed = *current != why;
            *current = why;
            changed
        });
    }
}

impl Progress {
    /// The last event of a shard that was handled; 0 before the first.
    pub fn position(&self, topic: &str, shard: u32) -> u64 {
        self.positions.borrow().get(&(topic.to_owned(), shard)).copied().unwrap_or(0)
    }

    /// Waits until an event was handled, at most `budget`. `false` when it was not by then: the reader sees older rows.
    pub async fn wait_for(&self, topic: &str, shard: u32, seq: u64, budget: Duration) -> bool {
        let mut positions = self.positions.clone();
        let key = (topic.to_owned(), shard);
        let reached = positions.wait_for(|positions| positions.get(&key).copied().unwrap_or(0) >= seq);
        matches!(tokio::time::timeout(budget, reached).await, Ok(Ok(_)))
    }

    /// Why the consumer does not go on, when it does not.
    pub fn stuck(&self) -> Option<String> {
        self.stuck.borrow().clone()
    }
}
