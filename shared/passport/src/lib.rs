//! Access tokens to callers.
