//! Domain events to and from what an envelope carries: a type name and JSON data.

use crate::{Envelope, upcast};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The events of one aggregate: an enum with `#[serde(tag = "type", content = "data")]`.
///
/// A variant `ConsentRevoked` of aggregate `likeness` of service `cameo-ledger` is the type
/// `cameo-ledger.likeness.ConsentRevoked.v1`; a later shape of it is a variant `ConsentRevokedV2`, type `….v2`.
pub trait DomainEvent: Serialize + DeserializeOwned + JsonSchema + Clone + Send + Sync + 'static {
    /// The service that decides them.
    const SERVICE: &'static str;
    /// The aggregate that they are about; the first part of its streams' names.
    const AGGREGATE: &'static str;

    /// One sample of every variant, in the order of declaration.
    fn samples() -> Vec<Self>;
}

/// Why an event cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// The event belongs to another aggregate or service.
    #[error("`{found}` is not an event of {service}.{aggregate}")]
    NotOfThisAggregate {
        /// The type that was found.
        found: String,
        /// The service that was asked for.
        service: &'static str,
        /// The aggregate that was asked for.
        aggregate: &'static str,
    },
    /// A type of this aggregate that this program does not know, or data that does not fit the type.
    #[error("`{found}` cannot be read: {reason}")]
    Unreadable {
        /// The type that was found.
        found: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// The type and the data of an event.
pub fn encode<E: DomainEvent>(event: &E) -> Result<(String, Value), serde_json::Error> {
    let Value::Object(mut tagged) = serde_json::to_value(event)? else {
        return Err(serde::ser::Error::custom("an event must be an enum tagged with `type` and `data`"));
    };
    let variant = tagged.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let data = tagged.remove("data").unwrap_or_else(|| json!({}));
    Ok((type_of::<E>(&variant), data))
}

/// The type name of a variant.
pub fn type_of<E: DomainEvent>(variant: &str) -> String {
    let (name, version) = split_version(variant);
    format!("{}.{}.{name}.v{version}", E::SERVICE, E::AGGREGATE)
}

/// Reads the event in an envelope, upcast to its newest version.
///
/// An event of another aggregate is `NotOfThisAggregate`: consumers of a whole topic skip those.
pub fn decode<E: DomainEvent>(envelope: &Envelope) -> Result<E, DecodeError> {
    let not_ours = || DecodeError::NotOfThisAggregate {
        found: envelope.event_type.clone(),
        service: E::SERVICE,
        aggregate: E::AGGREGATE,
    };
    let (event_type, data) = upcast::to_newest(&envelope.event_type, envelope.data.clone());
    let rest = event_type.strip_prefix(E::SERVICE).and_then(|rest| rest.strip_prefix('.')).ok_or_else(not_ours)?;
    let rest = rest.strip_prefix(E::AGGREGATE).and_then(|rest| rest.strip_prefix('.')).ok_or_else(not_ours)?;
    let variant = match rest.rsplit_once(".v") {
        Some((name, "1")) => name.to_owned(),
        Some((name, version)) => format!("{name}V{version}"),
        None => return Err(unreadable(&event_type, "the type has no version at its end".to_owned())),
    };
    // A variant without fields is written without `data`.
    let empty = data.as_object().is_some_and(serde_json::Map::is_empty);
    let with_data = serde_json::from_value(json!({ "type": variant, "data": data }));
    let read = if empty { with_data.or_else(|_| serde_json::from_value(json!({ "type": variant }))) } else { with_data };
    read.map_err(|error| unreadable(&event_type, error.to_string()))
}

fn unreadable(found: &str, reason: String) -> DecodeError {
    DecodeError::Unreadable { found: found.to_owned(), reason }
}

/// `ConsentRevokedV2` is version 2 of `ConsentRevoked`.
fn split_version(variant: &str) -> (&str, u32) {
    match variant.rsplit_once('V') {
        Some((name, digits)) if !name.is_empty() => digits.parse().map_or((variant, 1), |version| (name, version)),
        _ => (variant, 1),
    }
}
