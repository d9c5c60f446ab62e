//! The consumer: one integer per topic and shard, and only the next number is accepted.

use crate::progress::{self, Progress, Reporter};
use crate::{Bus, BusError, HandleError, Handler, Position, Subscription, halts_instead_of_parking, parking};
use events::Envelope;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use views::{Checkpoint, Effects, ViewError, ViewStore};

/// How often an event is tried before its stream is parked.
const TRIES: u32 = 6;
/// How many events of the owner's log are read at once to fill a hole.
const FILL: usize = 256;
/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Brings the events of some topics to one handler, each once and in the order of its shard.
pub struct Consumer {
    group: String,
    topics: Vec<String>,
    bus: Arc<dyn Bus>,
    views: Arc<dyn ViewStore>,
    handler: Arc<dyn Handler>,
    reporter: Reporter,
    progress: Progress,
}

impl Consumer {
    /// A consumer named `group` (as `generation.react`) that brings events of `topics` to `handler`.
    pub fn new(
        group: &str,
        topics: impl IntoIterator<Item = String>,
        bus: Arc<dyn Bus>,
        views: Arc<dyn ViewStore>,
        handler: Arc<dyn Handler>,
    ) -> Self {
        let (reporter, progress) = progress::channel();
        let topics = topics.into_iter().collect();
        Self { group: group.to_owned(), topics, bus, views, handler, reporter, progress }
    }

    /// The consumer's name.
    pub fn group(&self) -> &str {
        &self.group
    }

    /// A live view on how far it has come.
    pub fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// The topics it listens to.
    pub fn topics(&self) -> &[String] {
        &self.topics
    }

    /// Consumes until `stop`; starts again after every failure, a little later each time.
    pub async fn run(self, stop: CancellationToken) {
        let mut pause = Duration::from_millis(50);
        loop {
            let consuming = self.consume(&mut pause);
            let failed = tokio::select! {
                () = stop.cancelled() => return,
                failed = consuming => failed,
            };
            let Err(error) = failed else { return };
            self.reporter.stuck(Some(error.to_string()));
            tracing::warn!(group = %self.group, %error, "consumer starts again");
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Handles everything that is in the owners' logs now: for tests and for tools that want an end.
    pub async fn drain(&self) -> Result<u64, HandleError> {
        let mut handled = 0;
        for topic in &self.topics {
            for shard in 0..self.bus.shards(topic).await.map_err(HandleError::new)? {
                let mut next = self.views.checkpoint(&self.group, topic, shard).await? + 1;
                loop {
                    let events = self.bus.read_log(topic, shard, next - 1, FILL).await.map_err(HandleError::new)?;
                    if events.is_empty() {
                        break;
                    }
                    handled += events.len() as u64;
                    next += events.len() as u64;
                    self.handle_run(topic, &events).await?;
                }
            }
        }
        Ok(handled)
    }

    async fn consume(&self, pause: &mut Duration) -> Result<(), HandleError> {
        let mut positions: HashMap<(usize, u32), u64> = HashMap::new();
        let mut subscriptions: Vec<Box<dyn Subscription>> = Vec::new();
        for (index, topic) in self.topics.iter().enumerate() {
            let mut from = Vec::new();
            for shard in 0..self.bus.shards(topic).await.map_err(HandleError::new)? {
                let seq = self.views.checkpoint(&self.group, topic, shard).await?;
                positions.insert((index, shard), seq);
                self.reporter.reached(topic, shard, seq);
                from.push(Position { shard, seq });
            }
            subscriptions.push(self.bus.subscribe(topic, &self.group, &from).await.map_err(HandleError::new)?);
        }
        if subscriptions.is_empty() {
            return Ok(());
        }
        loop {
            let (index, delivered) = next_of(&mut subscriptions).await.map_err(HandleError::new)?;
            self.accept(index, delivered, &mut positions).await?;
            self.reporter.stuck(None);
            *pause = Duration::from_millis(50);
        }
    }

    /// Takes what is next of each shard out of a delivery, and fills the holes in it.
    async fn accept(
        &self,
        topic_index: usize,
        delivered: Vec<Envelope>,
        positions: &mut HashMap<(usize, u32), u64>,
    ) -> Result<(), HandleError> {
        let topic = &self.topics[topic_index];
        let mut runs: HashMap<u32, Vec<Envelope>> = HashMap::new();
        for event in delivered {
            let position = positions.entry((topic_index, event.shard)).or_insert(0);
            let run = runs.entry(event.shard).or_default();
            let mut next = *position + run.len() as u64 + 1;
            if event.seq < next {
                tracing::debug!(group = %self.group, topic, shard = event.shard, seq = event.seq, "duplicate dropped");
                continue;
            }
            while event.seq > next {
                tracing::warn!(group = %self.group, topic, shard = event.shard, from = next, to = event.seq, "hole filled");
                let missing = (event.seq - next).min(FILL as u64) as usize;
                let filled = self.bus.read_log(topic, event.shard, next - 1, missing).await.map_err(HandleError::new)?;
                if filled.first().is_none_or(|first| first.seq != next) {
                    return Err(HandleError::new(format!("{topic} shard {} has no event {next}", event.shard)));
                }
                next += filled.len() as u64;
                run.extend(filled);
            }
            run.push(event);
        }
        for (shard, run) in runs {
            let Some(last) = run.last().map(|event| event.seq) else { continue };
            self.handle_run(topic, &run).await?;
            positions.insert((topic_index, shard), last);
        }
        Ok(())
    }

    /// Handles consecutive events of one shard and commits their effects with the checkpoint.
    async fn handle_run(&self, topic: &str, run: &[Envelope]) -> Result<(), HandleError> {
        let mut effects = Effects::new(&*self.views);
        for event in run {
            if parking::is_parked(&self.group, event, &effects).await? {
                parking::park(&self.group, topic, event, "an earlier event of its stream is parked", &mut effects)?;
                continue;
            }
            if let Err(error) = self.try_to_handle(event, &mut effects).await {
                if halts_instead_of_parking(event) {
                    // What was handled before it is kept; the shard stops here until the cause is mended.
                    self.commit(topic, event.shard, event.seq - 1, effects).await?;
                    tracing::error!(group = %self.group, topic, event = %event.event_type, seq = event.seq, %error, "shard halted");
                    return Err(error);
                }
                tracing::error!(group = %self.group, topic, event = %event.event_type, seq = event.seq, %error, "event parked");
                parking::park(&self.group, topic, event, &error.to_string(), &mut effects)?;
            }
        }
        let Some(last) = run.last() else { return Ok(()) };
        self.commit(topic, last.shard, last.seq, effects).await?;
        Ok(())
    }

    async fn try_to_handle(&self, event: &Envelope, effects: &mut Effects<'_>) -> Result<(), HandleError> {
        let mut pause = Duration::from_millis(10);
        let mut tries = 1;
        loop {
            let before = effects.so_far();
            let Err(error) = self.handler.handle(event, effects).await else { return Ok(()) };
            effects.restore(before);
            if tries == TRIES {
                return Err(error);
            }
            tries += 1;
            tokio::time::sleep(pause).await;
            pause *= 3;
        }
    }

    async fn commit(&self, topic: &str, shard: u32, seq: u64, effects: Effects<'_>) -> Result<(), ViewError> {
        let checkpoint = Checkpoint { group: self.group.clone(), topic: topic.to_owned(), shard, seq };
        self.views.commit(effects.into_batch(vec![checkpoint])).await?;
        self.reporter.reached(topic, shard, seq);
        Ok(())
    }
}

/// The next delivery of whichever topic has one first.
async fn next_of(subscriptions: &mut [Box<dyn Subscription>]) -> Result<(usize, Vec<Envelope>), BusError> {
    let waiting = subscriptions.iter_mut().enumerate().map(|(index, subscription)| {
        Box::pin(async move { subscription.next().await.map(|delivered| (index, delivered)) })
    });
    let (first, _, _) = futures::future::select_all(waiting).await;
    first
}
