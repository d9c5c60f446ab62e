//! Events of `cameo-ledger`: may this likeness be in this clip, for this person, now.

use crate::{DomainEvent, sample};
use clock::Millis;
use ids::{AccountId, CaptureId, ClipId, LikenessId};
use schemars::JsonSchema;
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// Who may use a likeness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The owner alone.
    OnlyMe,
    /// The owner and accounts that the owner approved by name.
    PeopleIApprove,
    /// The owner and accounts that follow the owner and are followed back.
    Mutuals,
    /// Every account that is not blocked.
    Everyone,
}

/// Why a use was refused. The names are part of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UseRefusal {
    /// No likeness goes by that name.
    NoSuchLikeness,
    /// The likeness is not enrolled, or no longer.
    NotEnrolled,
    /// Consent was never given, or was revoked.
    ConsentRevoked,
    /// The person who asks is outside the audience.
    RequesterNotApproved,
    /// One of the two blocks the other.
    Blocked,
    /// More likenesses than one clip may hold.
    TooManyLikenesses,
    /// The clip was remixed from one whose likeness was taken back.
    AncestorWithdrawn,
}

/// One likeness, stream `likeness/<likeness>`: uses and revocations of it have one order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum LikenessEvent {
    /// A capture was asked for, and this is its challenge.
    CaptureStarted {
        /// The likeness.
        likeness: LikenessId,
        /// Whose likeness it is.
        owner: AccountId,
        /// The capture.
        capture: CaptureId,
        /// What to read aloud.
        challenge: Sealed<String>,
        /// When the challenge stops being valid.
        expires_at_ms: Millis,
    },
    /// A recording came in.
    CaptureSubmitted {
        /// The capture.
        capture: CaptureId,
        /// Digest of the recording in the media store.
        media: String,
        /// What the checks measured, by name, for the reviewer.
        checks: Vec<CaptureCheck>,
    },
    /// Every check passed and a person confirmed what a machine can't.
    CaptureVerified {
        /// The capture.
        capture: CaptureId,
        /// The reviewer, when one decided.
        reviewer: Option<AccountId>,
    },
    /// The recording will not do.
    CaptureRejected {
        /// The capture.
        capture: CaptureId,
        /// The names of the checks that failed, or what the reviewer said.
        reasons: Vec<String>,
    },
    /// A person has to look.
    CaptureReferred {
        /// The likeness.
        likeness: LikenessId,
        /// Whose likeness it is.
        owner: AccountId,
        /// The capture.
        capture: CaptureId,
        /// Digest of the recording in the media store.
        media: String,
        /// What to read aloud, for the reviewer to compare.
        challenge: Sealed<String>,
        /// What a machine could not judge.
        unsure: Vec<String>,
    },
    /// The likeness exists. Nobody may use it but its owner until consent is given.
    LikenessEnrolled {
        /// The likeness.
        likeness: LikenessId,
        /// Whose it is.
        owner: AccountId,
        /// The capture it rests on.
        capture: CaptureId,
    },
    /// The owner says who may use it.
    ConsentGranted {
        /// Who.
        audience: Audience,
        /// With `people_i_approve`: the accounts by name.
        approved: Vec<AccountId>,
    },
    /// Fewer people may use it than before.
    ConsentNarrowed {
        /// Who.
        audience: Audience,
        /// With `people_i_approve`: the accounts by name.
        approved: Vec<AccountId>,
    },
    /// Nobody may use it any more, and every clip that did goes.
    ConsentRevoked {
        /// In the owner's words.
        reason: Option<Sealed<String>>,
    },
    /// What the owner never wants to be shown in.
    GuidanceSet {
        /// In the owner's words.
        guidance: Sealed<String>,
    },
    /// This clip may use it.
    UseAuthorised {
        /// The clip.
        clip: ClipId,
        /// Who asked.
        requester: AccountId,
        /// The audience it was allowed by.
        by: Audience,
    },
    /// This clip may not.
    UseRefused {
        /// The clip.
        clip: ClipId,
        /// Who asked.
        requester: AccountId,
        /// Why not.
        refusal: UseRefusal,
    },
    /// A clip that used it must go.
    TakedownOrdered {
        /// The likeness.
        likeness: LikenessId,
        /// The clip.
        clip: ClipId,
        /// When it must be done.
        deadline_ms: Millis,
    },
    /// The clip is gone.
    TakedownCompleted {
        /// The clip.
        clip: ClipId,
        /// When its media stopped being reachable.
        withdrawn_at_ms: Millis,
    },
    /// The clip was not gone by the deadline.
    TakedownOverdue {
        /// The clip.
        clip: ClipId,
    },
    /// The likeness and its recording are gone.
    LikenessErased {
        /// The likeness.
        likeness: LikenessId,
    },
}

/// What one check of a capture found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaptureCheck {
    /// The check, as `duration`, `one_continuous_take` or `loudness`.
    pub name: String,
    /// `pass`, `fail` or `unsure`.
    pub verdict: CheckVerdict,
    /// What was measured and what would be right.
    pub finding: String,
}

/// The verdict of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckVerdict {
    /// As it should be.
    Pass,
    /// Not as it should be.
    Fail,
    /// A machine can't tell.
    Unsure,
}

impl DomainEvent for LikenessEvent {
    const SERVICE: &'static str = "cameo-ledger";
    const AGGREGATE: &'static str = "likeness";

    fn samples() -> Vec<Self> {
        let (likeness, capture) = (LikenessId(sample::uuid(30)), CaptureId(sample::uuid(31)));
        let (clip, owner, requester) = (ClipId(sample::uuid(40)), sample::ada(), sample::bob());
        let media = sample::DIGEST.to_owned();
        vec![
            Self::CaptureStarted { likeness, owner, capture, challenge: sample::sealed(), expires_at_ms: sample::TIME_MS },
            Self::CaptureSubmitted {
                capture,
                media: media.clone(),
                checks: vec![CaptureCheck {
                    name: "duration".into(),
                    verdict: CheckVerdict::Pass,
                    finding: "8.0 s, from 3 to 30 s is right".into(),
                }],
            },
            Self::CaptureVerified { capture, reviewer: Some(sample::bob()) },
            Self::CaptureRejected { capture, reasons: vec!["loudness".into()] },
            Self::CaptureReferred {
                likeness,
                owner,
                capture,
                media,
                challenge: sample::sealed(),
                unsure: vec!["phrase_spoken".into(), "one_face".into()],
            },
            Self::LikenessEnrolled { likeness, owner, capture },
            Self::ConsentGranted { audience: Audience::PeopleIApprove, approved: vec![requester] },
            Self::ConsentNarrowed { audience: Audience::OnlyMe, approved: vec![] },
            Self::ConsentRevoked { reason: None },
            Self::GuidanceSet { guidance: sample::sealed() },
            Self::UseAuthorised { clip, requester, by: Audience::PeopleIApprove },
            Self::UseRefused { clip, requester, refusal: UseRefusal::RequesterNotApproved },
            Self::TakedownOrdered { likeness, clip, deadline_ms: sample::TIME_MS },
            Self::TakedownCompleted { clip, withdrawn_at_ms: sample::TIME_MS },
            Self::TakedownOverdue { clip },
            Self::LikenessErased { likeness },
        ]
    }
}

/// The ledger's answer for one clip over all likenesses in it, stream `use/<clip>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum UseEvent {
    /// Every likeness in the clip is consented to; the list is empty when there is none.
    ClipUseAuthorised {
        /// The clip.
        clip: ClipId,
        /// The likenesses in it, inherited ones included.
        likenesses: Vec<LikenessId>,
    },
    /// At least one is not.
    ClipUseRefused {
        /// The clip.
        clip: ClipId,
        /// The handle or the likeness in question, as the requester wrote it or may know it.
        subject: Sealed<String>,
        /// Why not.
        refusal: UseRefusal,
    },
}

impl DomainEvent for UseEvent {
    const SERVICE: &'static str = "cameo-ledger";
    const AGGREGATE: &'static str = "use";

    fn samples() -> Vec<Self> {
        let clip = ClipId(sample::uuid(40));
        vec![
            Self::ClipUseAuthorised { clip, likenesses: vec![LikenessId(sample::uuid(30))] },
            Self::ClipUseRefused { clip, subject: sample::sealed(), refusal: UseRefusal::RequesterNotApproved },
        ]
    }
}
