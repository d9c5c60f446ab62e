//! Events of `moderation`: is this allowed, and who must look at it.

use crate::{DomainEvent, sample};
use ids::{AccountId, AppealId, CaptureId, CaseId, ClipId, FigureId, LikenessId, ReportId};
use schemars::JsonSchema;
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// Screening of one clip, stream `screening/<clip>`. `generation` listens to this aggregate alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum ScreeningEvent {
    /// The prompt is allowed.
    PromptPassed {
        /// The clip.
        clip: ClipId,
        /// The policy that judged it.
        policy: String,
        /// The reviewer, when a person decided.
        reviewer: Option<AccountId>,
    },
    /// The prompt is not allowed.
    PromptStopped {
        /// The clip.
        clip: ClipId,
        /// The policy that judged it.
        policy: String,
        /// The rule that decided.
        rule: String,
        /// What the creator is told.
        reason: String,
    },
    /// A person decides.
    PromptReferred {
        /// The clip.
        clip: ClipId,
        /// The policy that judged it.
        policy: String,
        /// The rule that was unsure.
        rule: String,
        /// The case it became.
        case: CaseId,
    },
    /// The finished clip is allowed.
    ClipPassed {
        /// The clip.
        clip: ClipId,
        /// The policy that judged it.
        policy: String,
        /// The reviewer, when a person decided.
        reviewer: Option<AccountId>,
    },
    /// The finished clip is not allowed.
    ClipStopped {
        /// The clip.
        clip: ClipId,
        /// The policy that judged it.
        policy: String,
        /// The rule that decided.
        rule: String,
        /// What the creator is told.
        reason: String,
    },
    /// A person decides.
    ClipReferred {
        /// The clip.
        clip: ClipId,
        /// The policy that judged it.
        policy: String,
        /// The rule that was unsure.
        rule: String,
        /// The case it became.
        case: CaseId,
    },
    /// A clip that was shown must go.
    ClipRemovalOrdered {
        /// The clip.
        clip: ClipId,
        /// The case.
        case: CaseId,
        /// What the creator is told.
        reason: String,
    },
    /// A removal was undone.
    ClipRemovalReversed {
        /// The clip.
        clip: ClipId,
        /// The case.
        case: CaseId,
    },
}

impl DomainEvent for ScreeningEvent {
    const SERVICE: &'static str = "moderation";
    const AGGREGATE: &'static str = "screening";

    fn samples() -> Vec<Self> {
        let (clip, case) = (ClipId(sample::uuid(40)), CaseId(sample::uuid(70)));
        let policy = || "2026-11-01".to_owned();
        let (rule, reason) = (|| "graphic_violence".to_owned(), || "The prompt asks for graphic violence.".to_owned());
        vec![
            Self::PromptPassed { clip, policy: policy(), reviewer: None },
            Self::PromptStopped { clip, policy: policy(), rule: rule(), reason: reason() },
            Self::PromptReferred { clip, policy: policy(), rule: rule(), case },
            Self::ClipPassed { clip, policy: policy(), reviewer: Some(sample::bob()) },
            Self::ClipStopped { clip, policy: policy(), rule: rule(), reason: reason() },
            Self::ClipReferred { clip, policy: policy(), rule: rule(), case },
            Self::ClipRemovalOrdered { clip, case, reason: reason() },
            Self::ClipRemovalReversed { clip, case },
        ]
    }
}

/// What a case is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// A prompt, before the clip is drawn.
    Prompt {
        /// The clip it asks for.
        clip: ClipId,
    },
    /// A clip.
    Clip {
        /// The clip.
        clip: ClipId,
    },
    /// A recording of a likeness.
    Capture {
        /// The likeness.
        likeness: LikenessId,
        /// The capture.
        capture: CaptureId,
    },
    /// An account.
    Account {
        /// The account.
        account: AccountId,
    },
}

/// What a reviewer decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// It stays, goes on, or is accepted.
    Allow,
    /// It goes, stops, or is not accepted.
    Remove,
}

/// One case in the reviewers' queue, stream `case/<case>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum CaseEvent {
    /// Somebody has to look.
    CaseOpened {
        /// The case.
        case: CaseId,
        /// What it is about.
        subject: Subject,
        /// Whose thing it is.
        owner: AccountId,
        /// Why it is here, as `report`, `prompt_referred`, `clip_referred`, `capture_referred`.
        reason: String,
        /// The rule or the report category.
        rule: String,
    },
    /// A reviewer works on it.
    CaseClaimed {
        /// Who.
        reviewer: AccountId,
        /// When the claim lapses.
        until_ms: clock::Millis,
    },
    /// The reviewer put it back.
    CaseReleased {
        /// Who.
        reviewer: AccountId,
    },
    /// It was decided.
    DecisionTaken {
        /// The case.
        case: CaseId,
        /// What it is about.
        subject: Subject,
        /// What was decided.
        decision: Decision,
        /// Who decided.
        reviewer: AccountId,
        /// The rule that it rests on.
        rule: String,
        /// What the owner is told.
        reason: String,
    },
    /// The owner disagrees.
    AppealFiled {
        /// The appeal.
        appeal: AppealId,
        /// In their words.
        statement: Sealed<String>,
    },
    /// Another reviewer decided the appeal.
    AppealDecided {
        /// The appeal.
        appeal: AppealId,
        /// What is about.
        subject: Subject,
        /// What holds from now on.
        decision: Decision,
        /// Who decided; never who took the decision that is appealed.
        reviewer: AccountId,
        /// What the owner is told.
        reason: String,
    },
}

impl DomainEvent for CaseEvent {
    const SERVICE: &'static str = "moderation";
    const AGGREGATE: &'static str = "case";

    fn samples() -> Vec<Self> {
        let (case, appeal) = (CaseId(sample::uuid(70)), AppealId(sample::uuid(71)));
        let subject = || Subject::Clip { clip: ClipId(sample::uuid(40)) };
        vec![
            Self::CaseOpened {
                case,
                subject: subject(),
                owner: sample::ada(),
                reason: "report".into(),
                rule: "graphic_violence".into(),
            },
            Self::CaseClaimed { reviewer: sample::bob(), until_ms: sample::TIME_MS },
            Self::CaseReleased { reviewer: sample::bob() },
            Self::DecisionTaken {
                case,
                subject: subject(),
                decision: Decision::Remove,
                reviewer: sample::bob(),
                rule: "graphic_violence".into(),
                reason: "The clip shows graphic violence.".into(),
            },
            Self::AppealFiled { appeal, statement: sample::sealed() },
            Self::AppealDecided {
                appeal,
                subject: subject(),
                decision: Decision::Allow,
                reviewer: sample::ada(),
                reason: "A second look found a fruit salad.".into(),
            },
        ]
    }
}

/// One report, stream `report/<report>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum ReportEvent {
    /// Somebody says that something should be looked at.
    ReportFiled {
        /// The report.
        report: ReportId,
        /// Who says so.
        reporter: AccountId,
        /// About what.
        subject: Subject,
        /// The category, one of the policy's.
        category: String,
        /// In their words.
        statement: Option<Sealed<String>>,
        /// The case it joined.
        case: CaseId,
    },
    /// It was looked at.
    ReportClosed {
        /// What was decided.
        decision: Decision,
    },
}

impl DomainEvent for ReportEvent {
    const SERVICE: &'static str = "moderation";
    const AGGREGATE: &'static str = "report";

    fn samples() -> Vec<Self> {
        vec![
            Self::ReportFiled {
                report: ReportId(sample::uuid(72)),
                reporter: sample::ada(),
                subject: Subject::Clip { clip: ClipId(sample::uuid(40)) },
                category: "graphic_violence".into(),
                statement: Some(sample::sealed()),
                case: CaseId(sample::uuid(70)),
            },
            Self::ReportClosed { decision: Decision::Remove },
        ]
    }
}

/// One public figure, stream `figure/<figure>`: nobody is made to appear by name without their consent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum FigureEvent {
    /// Prompts that name this person are stopped.
    FigureListed {
        /// The figure.
        figure: FigureId,
        /// Their name.
        name: String,
        /// Other names they go by.
        aliases: Vec<String>,
    },
    /// The person is on the list no longer.
    FigureUnlisted {
        /// The figure.
        figure: FigureId,
    },
}

impl DomainEvent for FigureEvent {
    const SERVICE: &'static str = "moderation";
    const AGGREGATE: &'static str = "figure";

    fn samples() -> Vec<Self> {
        let figure = FigureId(sample::uuid(73));
        vec![
            Self::FigureListed { figure, name: "Ottoline Quill".into(), aliases: vec!["O. Quill".into()] },
            Self::FigureUnlisted { figure },
        ]
    }
}

/// The policy, stream `policy/global`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum PolicyEvent {
    /// Screening follows this version from now on.
    PolicyVersionActivated {
        /// The version, a date.
        version: String,
        /// Digest of the rules.
        digest: String,
    },
}

impl DomainEvent for PolicyEvent {
    const SERVICE: &'static str = "moderation";
    const AGGREGATE: &'static str = "policy";

    fn samples() -> Vec<Self> {
        vec![Self::PolicyVersionActivated { version: "2026-11-01".into(), digest: sample::DIGEST.into() }]
    }
}
