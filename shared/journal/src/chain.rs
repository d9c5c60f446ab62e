//! The hash chain of a shard, and which shard a stream belongs to.

use crate::JournalError;
use events::{Envelope, StreamId};
use serde_json::json;
use sha2::{Digest, Sha256};

/// The hash before the first event of a shard.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The shard of a stream: the first eight bytes of SHA-256 of its name, big-endian, modulo the number of shards.
///
/// Fixed for ever: changing it would move streams away from their events.
pub fn shard_of(stream: &StreamId, shards: u32) -> u32 {
    let digest = Sha256::digest(stream.as_str().as_bytes());
    let mut first = [0u8; 8];
    first.copy_from_slice(&digest[..8]);
    let shard = u64::from_be_bytes(first) % u64::from(shards.max(1));
    u32::try_from(shard).unwrap_or(0)
}

/// The hash of an event that follows one whose hash is `previous`: SHA-256 over the previous hash and the event's
/// attributes and data as one JSON array (object keys sorted), in hexadecimal.
pub fn chained(previous: &str, event: &Envelope) -> String {
    let content = json!([
        previous,
        event.id,
        event.event_type,
        event.stream,
        event.version,
        event.shard,
        event.seq,
        event.time_ms,
        event.command_id,
        event.correlation_id,
        event.causation_id,
        event.actor,
        event.data,
    ]);
    hex::encode(Sha256::digest(content.to_string().as_bytes()))
}

/// Checks that `event` is the next one of its shard: its number and its hash follow from what came before.
pub fn verify(previous_seq: u64, previous_hash: &str, event: &Envelope) -> Result<(), JournalError> {
    if event.seq != previous_seq + 1 {
        let (shard, found) = (event.shard, event.seq);
        return Err(JournalError::Damaged(format!("shard {shard}: after event {previous_seq} comes event {found}")));
    }
    let expected = chained(previous_hash, event);
    if event.hash != expected {
        let (shard, seq) = (event.shard, event.seq);
        return Err(JournalError::Damaged(format!("shard {shard}, event {seq}: its hash does not follow from its content")));
    }
    Ok(())
}
