//! Streams: one aggregate each, named `<aggregate>/<id>`.

use serde::{Deserialize, Serialize};

/// The name of a stream, as `clip/0190f2a8-…`: its aggregate and its identity within the service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StreamId(String);

impl StreamId {
    /// The stream of one aggregate.
    pub fn new(aggregate: &str, id: impl std::fmt::Display) -> Self {
        Self(format!("{aggregate}/{id}"))
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the slash.
    pub fn aggregate(&self) -> &str {
        self.0.split_once('/').map_or(self.0.as_str(), |(aggregate, _)| aggregate)
    }

    /// The part after the slash.
    pub fn id(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, id)| id)
    }

    /// The part after the slash, when it is a UUID.
    pub fn uuid(&self) -> Option<ids::Uuid> {
        ids::Uuid::try_parse(self.id()).ok()
    }

    /// A name that was stored before.
    pub fn from_stored(name: String) -> Self {
        Self(name)
    }
}

impl std::fmt::Display for StreamId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The topic that carries the events of a service.
pub fn topic(service: &str) -> String {
    format!("understudy.{service}")
}
