//! Events that keep failing: parked together with all later events of their stream, so that order within it is kept.

use events::Envelope;
use serde::{Deserialize, Serialize};
use views::{Effects, RowKey, ViewError};

/// The view that parked events lie in; its partition is the consumer group.
pub const PARKED_VIEW: &str = "parked@1";

/// One parked event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parked {
    /// The event.
    pub event: Envelope,
    /// The topic it came from.
    pub topic: String,
    /// Why it was parked.
    pub reason: String,
}

/// Events that must never be passed over: the shard stops at them instead.
///
/// Consent, opt-outs, takedowns and erasures are what people rely on.
pub fn halts_instead_of_parking(event: &Envelope) -> bool {
    let name = event.event_type.split('.').nth(2).unwrap_or_default();
    let word = |word: &str| name.contains(word);
    word("Consent") || word("OptOut") || word("Takedown") || word("Erased") || word("Withdrawn") || word("Removal")
}

pub(crate) async fn is_parked(group: &str, event: &Envelope, effects: &Effects<'_>) -> Result<bool, ViewError> {
    Ok(effects.get::<bool>(&stream_key(group, event)).await?.unwrap_or(false))
}

pub(crate) fn park(
    group: &str,
    topic: &str,
    event: &Envelope,
    reason: &str,
    effects: &mut Effects<'_>,
) -> Result<(), ViewError> {
    let parked = Parked { event: event.clone(), topic: topic.to_owned(), reason: reason.to_owned() };
    let sort = format!("{topic} {:06} {:020}", event.shard, event.seq);
    effects.put(RowKey::new(PARKED_VIEW, group, sort), &parked)?;
    effects.put(stream_key(group, event), &true)
}

fn stream_key(group: &str, event: &Envelope) -> RowKey {
    RowKey::new("parked_streams@1", group, format!("{} {}", event.service(), event.stream))
}
