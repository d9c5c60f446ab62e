//! What to show next.
