//! The decider: a domain is two pure functions per aggregate (Jérémie Chassaing, "Functional Event Sourcing Decider", 2021).
//!
//! This crate knows nothing of storage, time, chance or the network; everything a decision needs arrives in the command.

pub mod scenario;

/// One aggregate's rules: what may happen next, and what has happened so far.
pub trait Decider {
    /// What `decide` needs to know of the past, and nothing more. `default()` is the state before the first event.
    type State: Default;
    /// What somebody wants: imperative mood.
    type Command;
    /// What happened: past tense.
    type Event;
    /// Why the domain says no. Never an infrastructure failure.
    type Refusal;

    /// Decides. `Ok(vec![])` means "already so".
    fn decide(state: &Self::State, command: Self::Command) -> Result<Vec<Self::Event>, Self::Refusal>;

    /// Applies one event. Total: it never judges and never fails.
    fn evolve(state: Self::State, event: &Self::Event) -> Self::State;
}

/// Folds a history into the state it leads to.
pub fn replay<'e, D: Decider>(history: impl IntoIterator<Item = &'e D::Event>) -> D::State
where
    D::Event: 'e,
{
    history.into_iter().fold(D::State::default(), D::evolve)
}
