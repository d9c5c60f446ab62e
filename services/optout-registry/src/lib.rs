//! Does this prompt or this clip touch an opted-out work.
