//! The bus within one process: a wake-up. Subscriptions read the owner's journal through the same port.

use async_trait::async_trait;
use bus::{Bus, BusError, Position, Subscription};
use events::Envelope;
use journal::Journal;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::watch;

/// How many events a subscription delivers at once.
const DELIVERY: usize = 256;

/// Topics of this process: each is the journal of the service that owns it.
#[derive(Default)]
pub struct LocalBus {
    topics: RwLock<HashMap<String, Arc<dyn Journal>>>,
}

impl LocalBus {
    /// No topics yet. Every service is mounted before the first consumer starts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the journal of `service` readable as its topic.
    pub fn mount(&self, service: &str, journal: Arc<dyn Journal>) {
        self.topics.write().unwrap_or_else(PoisonError::into_inner).insert(events::topic(service), journal);
    }

    fn journal(&self, topic: &str) -> Result<Arc<dyn Journal>, BusError> {
        let topics = self.topics.read().unwrap_or_else(PoisonError::into_inner);
        topics.get(topic).cloned().ok_or_else(|| BusError::NoSuchTopic(topic.to_owned()))
    }
}

#[async_trait]
impl Bus for LocalBus {
    async fn shards(&self, topic: &str) -> Result<u32, BusError> {
        Ok(self.journal(topic)?.shards())
    }

    async fn subscribe(&self, topic: &str, _group: &str, from: &[Position]) -> Result<Box<dyn Subscription>, BusError> {
        let journal = self.journal(topic)?;
        let appended = journal.appended();
        Ok(Box::new(LocalSubscription { journal, appended, positions: from.to_vec(), first: 0 }))
    }

    async fn read_log(&self, topic: &str, shard: u32, after_seq: u64, limit: usize) -> Result<Vec<Envelope>, BusError> {
        self.journal(topic)?.read(shard, after_seq, limit).await.map_err(unavailable)
    }

    async fn head(&self, topic: &str, shard: u32) -> Result<u64, BusError> {
        self.journal(topic)?.head(shard).await.map_err(unavailable)
    }
}

struct LocalSubscription {
    journal: Arc<dyn Journal>,
    appended: watch::Receiver<u64>,
    positions: Vec<Position>,
    // Where the next look begins, so that a busy shard does not starve the others.
    first: usize,
}

#[async_trait]
impl Subscription for LocalSubscription {
    async fn next(&mut self) -> Result<Vec<Envelope>, BusError> {
        loop {
            // Marked as seen before the look: what is appended during the look wakes us again.
            self.appended.borrow_and_update();
            for offset in 0..self.positions.len() {
                let index = (self.first + offset) % self.positions.len();
                let Position { shard, seq } = self.positions[index];
                let events = self.journal.read(shard, seq, DELIVERY).await.map_err(unavailable)?;
                if let Some(last) = events.last() {
                    self.positions[index].seq = last.seq;
                    self.first = index + 1;
                    return Ok(events);
                }
            }
            self.appended.changed().await.map_err(|_| BusError::Unavailable("the journal was closed".to_owned()))?;
        }
    }
}

fn unavailable(error: journal::JournalError) -> BusError {
    BusError::Unavailable(error.to_string())
}
