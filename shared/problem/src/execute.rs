//! What went wrong with a command, as a problem.

use crate::Problem;
use journal::{ExecuteError, JournalError};

/// Maps the outcome of `Commands::execute`; `refused` maps the domain's own reasons, one by one.
pub fn from_execute<R>(error: ExecuteError<R>, refused: impl FnOnce(R) -> Problem) -> Problem {
    match error {
        ExecuteError::Refused(refusal) => refused(refusal),
        ExecuteError::Contended(stream) => {
            tracing::warn!(%stream, "contended");
            Problem::conflict("contended", "Others are changing the same thing. Send the request again.")
        }
        ExecuteError::TooLarge { bytes, limit } => Problem::too_large(
            "payload_too_large",
            format!("What this request would record takes {bytes} bytes; at most {limit} are right."),
        ),
        ExecuteError::Unavailable(error) => error.into(),
        ExecuteError::Unreadable { stream, reason } => {
            tracing::error!(%stream, %reason, "stream cannot be read");
            Problem::bug()
        }
    }
}

impl From<JournalError> for Problem {
    fn from(error: JournalError) -> Self {
        tracing::warn!(%error, "journal unavailable");
        Problem::unavailable("unavailable", "Nothing was changed: the journal can't be written just now.", 5)
    }
}
