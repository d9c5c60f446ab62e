//! What a service does with an event.

use async_trait::async_trait;
use events::{DecodeError, Envelope};
use views::{Effects, ViewError};

/// Handles events of the topics that a consumer listens to.
///
/// A projection writes rows through `effects`; they are committed with the checkpoint. A reaction executes commands whose
/// identity follows from the event (`CommandMeta::because_of`), so that handling an event twice does nothing twice.
#[async_trait]
pub trait Handler: Send + Sync {
    /// Handles one event. Events that it doesn't know are none of its business: `Ok(())`.
    async fn handle(&self, event: &Envelope, effects: &mut Effects<'_>) -> Result<(), HandleError>;
}

/// Why an event could not be handled. It is tried again; after some tries its stream is parked, or the shard stops.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct HandleError(String);

impl HandleError {
    /// An error that says what failed.
    pub fn new(reason: impl std::fmt::Display) -> Self {
        Self(reason.to_string())
    }
}

impl From<DecodeError> for HandleError {
    fn from(error: DecodeError) -> Self {
        Self::new(error)
    }
}

impl From<ViewError> for HandleError {
    fn from(error: ViewError) -> Self {
        Self::new(error)
    }
}

/// Handlers one after the other: a service has one file a reaction, and one list of them.
#[async_trait]
impl Handler for Vec<Box<dyn Handler>> {
    async fn handle(&self, event: &Envelope, effects: &mut Effects<'_>) -> Result<(), HandleError> {
        for handler in self {
            handler.handle(event, effects).await?;
        }
        Ok(())
    }
}
