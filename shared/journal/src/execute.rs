//! The application layer, written once: load a stream, decide, append, and decide again when somebody was faster.

use crate::{Append, AppendError, Expected, Journal, JournalError, MAX_BATCH_BYTES, NewEvent};
use clock::Clock;
use decider::Decider;
use events::{DecodeError, DomainEvent, Envelope, MAX_EVENT_BYTES, StreamId, encode};
use ids::{AccountId, IdSource, Uuid, derived};
use std::sync::Arc;

/// How often a decision is taken again when somebody else was faster.
const MAX_ATTEMPTS: u32 = 16;

/// Where a command comes from.
#[derive(Debug, Clone)]
pub struct CommandMeta {
    /// Identity of the command: its repeat finds the events of the first time.
    pub command_id: Uuid,
    /// What the whole story is about.
    pub correlation_id: Uuid,
    /// The event that caused it.
    pub causation_id: Option<Uuid>,
    /// Who asked.
    pub actor: Option<AccountId>,
    /// The trace it belongs to.
    pub traceparent: Option<String>,
}

impl CommandMeta {
    /// A command that a person gave: `command_id` from their idempotency key, or fresh.
    pub fn by(actor: AccountId, command_id: Uuid) -> Self {
        Self { command_id, correlation_id: command_id, causation_id: None, actor: Some(actor), traceparent: None }
    }

    /// A command that nobody in particular gave, such as a deadline that passed.
    pub fn by_nobody(command_id: Uuid) -> Self {
        Self { command_id, correlation_id: command_id, causation_id: None, actor: None, traceparent: None }
    }

    /// The command that follows from an event: always the same one, so that handling an event twice does nothing twice.
    pub fn because_of(consumer: &str, event: &Envelope) -> Self {
        Self {
            command_id: derived(event.id, consumer),
            correlation_id: event.correlation_id,
            causation_id: Some(event.id),
            actor: event.actor,
            traceparent: event.traceparent.clone(),
        }
    }

    /// Another command of the same origin, when one event causes several on one stream.
    pub fn step(&self, name: &str) -> Self {
        Self { command_id: derived(self.command_id, name), ..self.clone() }
    }

    /// The same command within a story that began earlier.
    pub fn about(mut self, correlation_id: Uuid) -> Self {
        self.correlation_id = correlation_id;
        self
    }

    /// The same command within a trace.
    pub fn traced(mut self, traceparent: Option<String>) -> Self {
        self.traceparent = traceparent;
        self
    }
}

/// What became of a command.
#[derive(Debug, Clone)]
pub struct Executed<D: Decider> {
    /// The state after it.
    pub state: D::State,
    /// The events it led to, with their places; empty when everything was so already.
    pub recorded: Vec<Envelope>,
    /// Whether these are the events of an earlier time.
    pub repeated: bool,
}

/// Why a command led to nothing.
#[derive(Debug, thiserror::Error)]
pub enum ExecuteError<R> {
    /// The domain says no.
    #[error("refused")]
    Refused(R),
    /// Others were faster, again and again.
    #[error("{0} is contended; try again")]
    Contended(StreamId),
    /// The events are larger than an event or a batch may be.
    #[error("the events take {bytes} bytes; at most {limit} are right")]
    TooLarge {
        /// What they take.
        bytes: usize,
        /// What they may take.
        limit: usize,
    },
    /// The journal can't be read or written.
    #[error(transparent)]
    Unavailable(#[from] JournalError),
    /// What is in the stream can't be read: a broken invariant.
    #[error("{stream} holds what this program cannot read: {reason}")]
    Unreadable {
        /// The stream.
        stream: StreamId,
        /// What is wrong.
        reason: String,
    },
}

/// Executes commands on one journal.
#[derive(Clone)]
pub struct Commands {
    journal: Arc<dyn Journal>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
}

impl Commands {
    /// Commands on `journal`, with times and identities from the two sources.
    pub fn new(journal: Arc<dyn Journal>, clock: Arc<dyn Clock>, ids: Arc<dyn IdSource>) -> Self {
        Self { journal, clock, ids }
    }

    /// The journal underneath.
    pub fn journal(&self) -> &Arc<dyn Journal> {
        &self.journal
    }

    /// The state of a stream, and its version (0 when it has no events).
    pub async fn state_of<D>(&self, stream: &StreamId) -> Result<(D::State, u64), ExecuteError<D::Refusal>>
    where
        D: Decider,
        D::Event: DomainEvent,
    {
        let history = self.journal.load(stream, 0).await?;
        let version = history.last().map_or(0, |last| last.version);
        Ok((fold::<D>(stream, &history)?, version))
    }

    /// Decides `command` on a stream and appends what it leads to.
    pub async fn execute<D>(
        &self,
        stream: &StreamId,
        meta: &CommandMeta,
        command: D::Command,
    ) -> Result<Executed<D>, ExecuteError<D::Refusal>>
    where
        D: Decider,
        D::Event: DomainEvent,
        D::Command: Clone,
    {
        for _ in 0..MAX_ATTEMPTS {
            let history = self.journal.load(stream, 0).await?;
            let state = fold::<D>(stream, &history)?;
            let earlier: Vec<_> = history.iter().filter(|event| event.command_id == meta.command_id).cloned().collect();
            if !earlier.is_empty() {
                return Ok(Executed { state, recorded: earlier, repeated: true });
            }
            let decided = D::decide(&state, command.clone()).map_err(ExecuteError::Refused)?;
            if decided.is_empty() {
                return Ok(Executed { state, recorded: vec![], repeated: false });
            }
            let version = history.last().map_or(0, |last| last.version);
            match self.append(stream, meta, Expected::Version(version), &decided).await {
                Ok(recorded) => {
                    let state = decided.iter().fold(state, D::evolve);
                    return Ok(Executed { state, recorded, repeated: false });
                }
                Err(AppendError::VersionConflict { .. }) => {}
                Err(AppendError::TooLarge { bytes, limit }) => return Err(ExecuteError::TooLarge { bytes, limit }),
                Err(AppendError::Empty) => return Ok(Executed { state, recorded: vec![], repeated: false }),
                Err(AppendError::Journal(error)) => return Err(error.into()),
            }
        }
        Err(ExecuteError::Contended(stream.clone()))
    }

    /// Appends observations, which rest on no decision.
    pub async fn observe<E: DomainEvent>(
        &self,
        stream: &StreamId,
        meta: &CommandMeta,
        observed: &[E],
    ) -> Result<Vec<Envelope>, AppendError> {
        self.append(stream, meta, Expected::Any, observed).await
    }

    async fn append<E: DomainEvent>(
        &self,
        stream: &StreamId,
        meta: &CommandMeta,
        expected: Expected,
        decided: &[E],
    ) -> Result<Vec<Envelope>, AppendError> {
        let mut events = Vec::with_capacity(decided.len());
        for event in decided {
            let (event_type, data) = encode(event)
                .map_err(|error| JournalError::Unavailable(format!("an event cannot be encoded: {error}")))?;
            let bytes = data.to_string().len();
            if bytes > MAX_EVENT_BYTES {
                return Err(AppendError::TooLarge { bytes, limit: MAX_EVENT_BYTES });
            }
            events.push(NewEvent { id: self.ids.fresh(), event_type, data });
        }
        let append = Append {
            stream: stream.clone(),
            expected,
            events,
            time_ms: self.clock.now_ms(),
            command_id: meta.command_id,
            correlation_id: meta.correlation_id,
            causation_id: meta.causation_id,
            actor: meta.actor,
            traceparent: meta.traceparent.clone(),
        };
        let bytes = append.data_bytes();
        if bytes > MAX_BATCH_BYTES {
            return Err(AppendError::TooLarge { bytes, limit: MAX_BATCH_BYTES });
        }
        self.journal.append(append).await
    }
}

fn fold<D>(stream: &StreamId, history: &[Envelope]) -> Result<D::State, ExecuteError<D::Refusal>>
where
    D: Decider,
    D::Event: DomainEvent,
{
    let unreadable = |error: DecodeError| ExecuteError::Unreadable { stream: stream.clone(), reason: error.to_string() };
    let mut state = D::State::default();
    for envelope in history {
        state = D::evolve(state, &envelope.decode::<D::Event>().map_err(unreadable)?);
    }
    Ok(state)
}
