//! The envelope: CloudEvents 1.0 attributes around an event, with its place in the journal.

use crate::{DecodeError, DomainEvent, StreamId};
use clock::{Millis, rfc3339};
use ids::{AccountId, Uuid};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// The most bytes that one event's data may take as JSON. A Kafka record and a journal batch both hold it.
pub const MAX_EVENT_BYTES: usize = 64 * 1024;

/// An event as it stands in a journal: what happened, where, when, and because of what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    /// Identity of the event (UUIDv7).
    pub id: Uuid,
    /// `<service>.<aggregate>.<PastTense>.v<N>`.
    pub event_type: String,
    /// The stream it belongs to.
    pub stream: StreamId,
    /// Its number in the stream: 1, 2, 3 …
    pub version: u64,
    /// The shard of the journal, which is also the partition of the topic.
    pub shard: u32,
    /// Its number in the shard: 1, 2, 3 … without a hole.
    pub seq: u64,
    /// When it was decided.
    pub time_ms: Millis,
    /// The command that it answers. A command that comes again finds its events by it.
    pub command_id: Uuid,
    /// What the whole story is about, as the clip that was asked for.
    pub correlation_id: Uuid,
    /// The event that caused it, when one did.
    pub causation_id: Option<Uuid>,
    /// Who asked for it, when a person did.
    pub actor: Option<AccountId>,
    /// The trace it belongs to (W3C Trace Context).
    pub traceparent: Option<String>,
    /// Its data, with personal fields sealed.
    pub data: Value,
    /// SHA-256 over the event before it in the shard and this one, in hexadecimal.
    pub hash: String,
}

impl Envelope {
    /// The service that decided it.
    pub fn service(&self) -> &str {
        self.event_type.split('.').next().unwrap_or_default()
    }

    /// Reads the event inside, when it belongs to this aggregate.
    pub fn decode<E: DomainEvent>(&self) -> Result<E, DecodeError> {
        crate::decode(self)
    }

    /// Reads the event inside; `None` when it belongs to another aggregate. What belongs here but cannot be read is an error.
    pub fn read<E: DomainEvent>(&self) -> Result<Option<E>, DecodeError> {
        match crate::decode(self) {
            Ok(event) => Ok(Some(event)),
            Err(DecodeError::NotOfThisAggregate { .. }) => Ok(None),
            Err(unreadable @ DecodeError::Unreadable { .. }) => Err(unreadable),
        }
    }

    /// The schema's address, relative to `schemas/`.
    pub fn dataschema(&self) -> String {
        let mut parts = self.event_type.splitn(3, '.');
        let (service, _, rest) = (parts.next().unwrap_or(""), parts.next(), parts.next().unwrap_or(""));
        format!("events/{service}/{rest}.json")
    }

    /// The event in CloudEvents structured mode: one JSON object, as replays and files carry it.
    pub fn to_cloudevent(&self) -> Value {
        let mut object = Map::new();
        let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
        put("specversion", json!("1.0"));
        put("id", json!(self.id));
        put("source", json!(format!("/understudy/{}", self.service())));
        put("type", json!(self.event_type));
        put("subject", json!(self.stream));
        put("time", json!(rfc3339(self.time_ms)));
        put("datacontenttype", json!("application/json"));
        put("dataschema", json!(self.dataschema()));
        put("shard", json!(self.shard));
        // CloudEvents integers have 32 bits; a sequence number outgrows them, so it is a string.
        put("seq", json!(self.seq.to_string()));
        put("version", json!(self.version.to_string()));
        put("commandid", json!(self.command_id));
        put("correlationid", json!(self.correlation_id));
        put("hash", json!(self.hash));
        if let Some(causation) = self.causation_id {
            put("causationid", json!(causation));
        }
        if let Some(actor) = self.actor {
            put("actor", json!(actor));
        }
        if let Some(traceparent) = &self.traceparent {
            put("traceparent", json!(traceparent));
        }
        put("data", self.data.clone());
        Value::Object(object)
    }
}
