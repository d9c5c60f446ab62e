//! Events of `recommendation`: what people did with what they were shown. Observations, with no decision behind them.

use crate::{DomainEvent, sample};
use ids::ClipId;
use schemars::JsonSchema;
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// What one viewer did, stream `engagement/<account>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum EngagementEvent {
    /// A clip was on screen.
    ClipShown {
        /// The clip.
        clip: ClipId,
        /// Its place in the feed, from 0.
        position: u32,
    },
    /// A clip was watched.
    ClipWatched {
        /// The clip.
        clip: ClipId,
        /// For how long.
        watched_ms: u64,
        /// Whether to its end.
        completed: bool,
    },
    /// Liked.
    ClipLiked {
        /// The clip.
        clip: ClipId,
    },
    /// Liked no longer.
    ClipUnliked {
        /// The clip.
        clip: ClipId,
    },
    /// Passed on.
    ClipShared {
        /// The clip.
        clip: ClipId,
    },
    /// Kept for later.
    ClipSaved {
        /// The clip.
        clip: ClipId,
    },
    /// Not wanted again.
    ClipHidden {
        /// The clip.
        clip: ClipId,
    },
    /// A word about it.
    CommentPosted {
        /// The clip.
        clip: ClipId,
        /// The comment.
        comment: ids::Uuid,
        /// What was said.
        text: Sealed<String>,
    },
    /// Taken back.
    CommentRemoved {
        /// The clip.
        clip: ClipId,
        /// The comment.
        comment: ids::Uuid,
    },
}

impl DomainEvent for EngagementEvent {
    const SERVICE: &'static str = "recommendation";
    const AGGREGATE: &'static str = "engagement";

    fn samples() -> Vec<Self> {
        let (clip, comment) = (ClipId(sample::uuid(40)), sample::uuid(80));
        vec![
            Self::ClipShown { clip, position: 0 },
            Self::ClipWatched { clip, watched_ms: 3900, completed: true },
            Self::ClipLiked { clip },
            Self::ClipUnliked { clip },
            Self::ClipShared { clip },
            Self::ClipSaved { clip },
            Self::ClipHidden { clip },
            Self::CommentPosted { clip, comment, text: sample::sealed() },
            Self::CommentRemoved { clip, comment },
        ]
    }
}
