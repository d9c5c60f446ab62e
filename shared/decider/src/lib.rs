//! The decider: two pure functions per aggregate.
