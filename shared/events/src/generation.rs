//! Events of `generation`: clips from request to publication.

use crate::{DomainEvent, sample};
use clock::Millis;
use ids::{AccountId, ClaimId, ClipId, LikenessId, Uuid};
use schemars::JsonSchema;
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// What a clip needs before it goes on. The first three stand before the render, the last two before it is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// The ledger: every likeness in it is consented to.
    Consent,
    /// The registry: the prompt names no opted-out work.
    OptOutPrompt,
    /// Moderation: the prompt is allowed.
    ModerationPrompt,
    /// The registry: the clip touches no opted-out work.
    OptOutClip,
    /// Moderation: the clip is allowed.
    ModerationClip,
}

/// Why a clip is not shown any more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WithdrawalCause {
    /// The owner of a likeness took consent back.
    Consent {
        /// The likeness.
        likeness: LikenessId,
    },
    /// A work in it was opted out.
    OptOut {
        /// The claim.
        claim: ClaimId,
    },
    /// A reviewer decided so.
    Moderation {
        /// The case, as a UUID.
        case: Uuid,
    },
    /// Its creator's account is gone.
    AccountErased,
}

/// A finished clip's files in the media store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClipMedia {
    /// Digest of the MP4.
    pub video: String,
    /// Digest of the thumbnail (JPEG).
    pub thumbnail: String,
    /// Digest of the spritesheet (JPEG).
    pub spritesheet: String,
    /// Size of the MP4.
    pub video_bytes: u64,
}

/// One clip, stream `clip/<clip>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum ClipEvent {
    /// Somebody asks for a clip. The three gates before the render start here.
    ClipRequested {
        /// The clip.
        clip: ClipId,
        /// Who asks.
        creator: AccountId,
        /// What they ask for: up to 2 000 characters.
        prompt: Sealed<String>,
        /// The model.
        model: String,
        /// `720x1280` or `1280x720`.
        size: String,
        /// 4, 8 or 10.
        seconds: u32,
        /// The seed of the noise: the same request with the same seed and bundle gives the same clip.
        seed: u64,
        /// The clip that this one remixes.
        remix_of: Option<ClipId>,
        /// That clip and all that it comes from, nearest first: their likenesses are in this clip too.
        ancestors: Vec<ClipId>,
        /// Until when the gates must have answered.
        deadline_ms: Millis,
    },
    /// A gate opened.
    ClearanceRecorded {
        /// Which.
        gate: Gate,
        /// The event that opened it.
        by_event: Uuid,
        /// From the ledger: the likenesses in the clip.
        likenesses: Vec<LikenessId>,
    },
    /// A person looks at it first: the deadline moves.
    ClearanceReferred {
        /// Which gate.
        gate: Gate,
        /// Until when it must have answered.
        deadline_ms: Millis,
    },
    /// A gate did not answer in time, so it stays shut.
    ClearanceTimedOut {
        /// Which.
        gate: Gate,
    },
    /// A gate said no.
    ClipRefused {
        /// Which.
        gate: Gate,
        /// A stable code, as `cameo_permission_denied`, `opted_out` or `moderation_blocked`.
        code: String,
        /// What the creator is told.
        reason: String,
    },
    /// A worker draws it.
    RenderStarted {
        /// 1 for the first try.
        attempt: u32,
        /// Which worker.
        worker: Uuid,
        /// A worker that says nothing until then has died.
        lease_until_ms: Millis,
    },
    /// The try failed.
    RenderFailed {
        /// Which try.
        attempt: u32,
        /// What went wrong, for the operator.
        reason: String,
        /// Whether there will be another.
        will_retry: bool,
    },
    /// The clip is drawn; the two gates before it is ready start here.
    ClipRendered {
        /// The clip.
        clip: ClipId,
        /// Who asked for it.
        creator: AccountId,
        /// The prompt it was drawn from.
        prompt: Sealed<String>,
        /// The try that made it.
        attempt: u32,
        /// Its files.
        media: ClipMedia,
        /// Length in milliseconds.
        duration_ms: u64,
        /// The model and the bundle that drew it, as `little-world@1.0.0`.
        model: String,
        /// What of the prompt the model understood.
        understood: Vec<String>,
        /// What of the prompt it left out.
        ignored: Vec<Sealed<String>>,
        /// Until when the gates must have answered.
        deadline_ms: Millis,
    },
    /// The creator shows it to everyone.
    ClipPublished {
        /// The clip.
        clip: ClipId,
        /// Who made it.
        creator: AccountId,
        /// What they write under it.
        caption: Sealed<String>,
        /// The prompt, so that search and remix can show it.
        prompt: Sealed<String>,
        /// What the model understood: objects, colours, motions, places, sounds.
        understood: Vec<String>,
        /// The likenesses in it.
        likenesses: Vec<LikenessId>,
        /// The clip that this one remixes.
        remix_of: Option<ClipId>,
        /// Its files.
        media: ClipMedia,
        /// Length in milliseconds.
        duration_ms: u64,
        /// `720x1280` or `1280x720`.
        size: String,
    },
    /// The creator shows it no more.
    ClipUnpublished {
        /// The clip.
        clip: ClipId,
    },
    /// It must not be shown: its media are unreachable from here on.
    ClipWithdrawn {
        /// The clip.
        clip: ClipId,
        /// Why. One clip may be withdrawn for several causes, one event each.
        cause: WithdrawalCause,
    },
    /// A cause for its withdrawal fell away. It may be shown again when no other cause stands.
    ClipRestored {
        /// The clip.
        clip: ClipId,
        /// The cause that fell away.
        cause: WithdrawalCause,
    },
    /// Its creator stopped it before it was drawn.
    ClipCancelled {
        /// The clip.
        clip: ClipId,
    },
    /// Its creator deleted it.
    ClipDeleted {
        /// The clip.
        clip: ClipId,
    },
}

impl DomainEvent for ClipEvent {
    const SERVICE: &'static str = "generation";
    const AGGREGATE: &'static str = "clip";

    fn samples() -> Vec<Self> {
        let (clip, parent, creator) = (ClipId(sample::uuid(40)), ClipId(sample::uuid(41)), sample::ada());
        let cause = WithdrawalCause::Consent { likeness: LikenessId(sample::uuid(30)) };
        let media = ClipMedia {
            video: sample::DIGEST.into(),
            thumbnail: sample::DIGEST.into(),
            spritesheet: sample::DIGEST.into(),
            video_bytes: 1_234_567,
        };
        let understood = || vec!["object: ball".to_owned(), "colour: red".to_owned()];
        vec![
            Self::ClipRequested {
                clip,
                creator,
                prompt: sample::sealed(),
                model: "little-world".into(),
                size: "720x1280".into(),
                seconds: 4,
                seed: 7,
                remix_of: Some(parent),
                ancestors: vec![parent],
                deadline_ms: sample::TIME_MS,
            },
            Self::ClearanceRecorded {
                gate: Gate::Consent,
                by_event: sample::uuid(60),
                likenesses: vec![LikenessId(sample::uuid(30))],
            },
            Self::ClearanceReferred { gate: Gate::ModerationPrompt, deadline_ms: sample::TIME_MS },
            Self::ClearanceTimedOut { gate: Gate::OptOutPrompt },
            Self::ClipRefused {
                gate: Gate::OptOutPrompt,
                code: "opted_out".into(),
                reason: "The prompt names a work that its rights holder keeps out (OO-2026-000001).".into(),
            },
            Self::RenderStarted { attempt: 1, worker: sample::uuid(61), lease_until_ms: sample::TIME_MS },
            Self::RenderFailed { attempt: 1, reason: "a decoded frame held NaN".into(), will_retry: true },
            Self::ClipRendered {
                clip,
                creator,
                prompt: sample::sealed(),
                attempt: 1,
                media: media.clone(),
                duration_ms: 4000,
                model: "little-world@1.0.0".into(),
                understood: understood(),
                ignored: vec![sample::sealed()],
                deadline_ms: sample::TIME_MS,
            },
            Self::ClipPublished {
                clip,
                creator,
                caption: sample::sealed(),
                prompt: sample::sealed(),
                understood: understood(),
                likenesses: vec![LikenessId(sample::uuid(30))],
                remix_of: Some(parent),
                media,
                duration_ms: 4000,
                size: "720x1280".into(),
            },
            Self::ClipUnpublished { clip },
            Self::ClipWithdrawn { clip, cause: cause.clone() },
            Self::ClipRestored { clip, cause },
            Self::ClipCancelled { clip },
            Self::ClipDeleted { clip },
        ]
    }
}

/// One model that this installation offers, stream `model/<derived id>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum ModelEvent {
    /// A bundle was checked and loaded.
    ModelInstalled {
        /// Its name, as requests give it.
        name: String,
        /// Its version.
        version: String,
        /// Digest of its `bundle.json`.
        digest: String,
        /// SPDX identifier of its licence.
        licence: String,
    },
    /// It is offered no longer.
    ModelRetired {
        /// Its name.
        name: String,
        /// Its version.
        version: String,
    },
}

impl DomainEvent for ModelEvent {
    const SERVICE: &'static str = "generation";
    const AGGREGATE: &'static str = "model";

    fn samples() -> Vec<Self> {
        let (name, version) = (|| "little-world".to_owned(), || "1.0.0".to_owned());
        vec![
            Self::ModelInstalled {
                name: name(),
                version: version(),
                digest: sample::DIGEST.into(),
                licence: "Apache-2.0".into(),
            },
            Self::ModelRetired { name: name(), version: version() },
        ]
    }
}
