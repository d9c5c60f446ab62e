//! `given(history).when(command).then(events)`: the language of domain tests.

use crate::{Decider, replay};
use std::fmt::Debug;

/// A history to decide upon. Start here: `given::<Likeness>([enrolled()])`.
pub fn given<D: Decider>(history: impl IntoIterator<Item = D::Event>) -> Given<D> {
    Given { history: history.into_iter().collect() }
}

/// What has happened before the command.
pub struct Given<D: Decider> {
    history: Vec<D::Event>,
}

impl<D: Decider> Given<D> {
    /// Decides `command` on the state that the history leads to.
    pub fn when(self, command: D::Command) -> Outcome<D> {
        Outcome { decision: D::decide(&replay::<D>(&self.history), command) }
    }

    /// The state that the history leads to.
    pub fn state(self) -> D::State {
        replay::<D>(&self.history)
    }
}

/// What `decide` answered.
pub struct Outcome<D: Decider> {
    decision: Result<Vec<D::Event>, D::Refusal>,
}

impl<D: Decider> Outcome<D>
where
    D::Event: PartialEq + Debug,
    D::Refusal: PartialEq + Debug,
{
    /// Exactly these events, in this order.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = D::Event>) {
        assert_eq!(self.decision, Ok(expected.into_iter().collect()));
    }

    /// The command found everything as it wants it.
    #[track_caller]
    pub fn then_nothing(self) {
        assert_eq!(self.decision, Ok(vec![]));
    }

    /// The domain says no, for this reason.
    #[track_caller]
    pub fn then_refused(self, expected: D::Refusal) {
        assert_eq!(self.decision, Err(expected));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A door: the smallest aggregate that can do, repeat and refuse.
    struct Door;
    #[derive(Default)]
    struct Open(bool);
    #[derive(Debug, PartialEq)]
    enum Event {
        Opened,
        Closed,
    }
    #[derive(Debug, PartialEq)]
    struct AlreadyClosed;
    enum Command {
        Open,
        Close,
    }

    impl Decider for Door {
        type State = Open;
        type Command = Command;
        type Event = Event;
        type Refusal = AlreadyClosed;

        fn decide(state: &Open, command: Command) -> Result<Vec<Event>, AlreadyClosed> {
            match (command, state.0) {
                (Command::Open, true) => Ok(vec![]),
                (Command::Open, false) => Ok(vec![Event::Opened]),
                (Command::Close, true) => Ok(vec![Event::Closed]),
                (Command::Close, false) => Err(AlreadyClosed),
            }
        }

        fn evolve(_: Open, event: &Event) -> Open {
            match event {
                Event::Opened => Open(true),
                Event::Closed => Open(false),
            }
        }
    }

    #[test]
    fn a_closed_door_opens() {
        given::<Door>([]).when(Command::Open).then([Event::Opened]);
        given::<Door>([Event::Opened, Event::Closed]).when(Command::Open).then([Event::Opened]);
    }

    #[test]
    fn opening_an_open_door_changes_nothing() {
        given::<Door>([Event::Opened]).when(Command::Open).then_nothing();
    }

    #[test]
    fn a_closed_door_cannot_be_closed() {
        given::<Door>([]).when(Command::Close).then_refused(AlreadyClosed);
    }

    #[test]
    #[should_panic(expected = "left == right")]
    fn an_expectation_that_does_not_hold_fails() {
        given::<Door>([]).when(Command::Open).then([Event::Closed]);
    }
}
