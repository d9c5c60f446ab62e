//! RFC 9457 problem details: every error that a caller sees, as `application/problem+json`.
//!
//! What the caller may see is in [`Problem`]; what the log gets is logged where it happens and never here. Each code has
//! a page under `docs/problems/`, which the problem's `type` points to.

mod details;
mod execute;
mod json;
pub mod text;

pub use details::{FieldError, Problem};
pub use execute::from_execute;
pub use json::{configure, not_found};
