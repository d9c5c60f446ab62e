//! Events of `optout-registry`: does this prompt or this clip touch an opted-out work.

use crate::{DomainEvent, sample};
use ids::{AccountId, ClaimId, ClipId, HolderId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of thing is kept out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WorkKind {
    /// A film, a book, a game, a song.
    Work,
    /// A character.
    Character,
    /// A trade mark.
    Mark,
}

/// One rights holder, stream `holder/<holder>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum HolderEvent {
    /// A rights holder registered.
    HolderRegistered {
        /// The holder.
        holder: HolderId,
        /// The account that speaks for it.
        account: AccountId,
        /// Its name, public as on any claim.
        name: String,
    },
    /// Its standing was confirmed.
    HolderVerified {
        /// The holder.
        holder: HolderId,
    },
}

impl DomainEvent for HolderEvent {
    const SERVICE: &'static str = "optout-registry";
    const AGGREGATE: &'static str = "holder";

    fn samples() -> Vec<Self> {
        let holder = HolderId(sample::uuid(50));
        vec![
            Self::HolderRegistered { holder, account: sample::ada(), name: "Foxglove Pictures".into() },
            Self::HolderVerified { holder },
        ]
    }
}

/// One opt-out, stream `claim/<claim>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum ClaimEvent {
    /// A rights holder wants a work kept out.
    OptOutFiled {
        /// The claim.
        claim: ClaimId,
        /// Its number, as rights holders and creators see it: `OO-2026-000001`.
        number: String,
        /// Who filed it.
        filed_by: AccountId,
        /// The rights holder's name.
        holder_name: String,
        /// What kind of thing it is.
        kind: WorkKind,
        /// Its title or name.
        title: String,
        /// Other names it goes by.
        aliases: Vec<String>,
        /// What was declared: that the filer holds the rights or speaks for who does.
        statement: String,
    },
    /// Prompts that name it are barred from now on.
    OptOutActivated {
        /// The claim.
        claim: ClaimId,
        /// Its number.
        number: String,
        /// Title and aliases.
        names: Vec<String>,
    },
    /// The claim was not accepted.
    OptOutRejected {
        /// The claim.
        claim: ClaimId,
        /// Why.
        reason: String,
    },
    /// The rights holder took it back.
    OptOutWithdrawn {
        /// The claim.
        claim: ClaimId,
    },
}

impl DomainEvent for ClaimEvent {
    const SERVICE: &'static str = "optout-registry";
    const AGGREGATE: &'static str = "claim";

    fn samples() -> Vec<Self> {
        let claim = ClaimId(sample::uuid(51));
        vec![
            Self::OptOutFiled {
                claim,
                number: "OO-2026-000001".into(),
                filed_by: sample::ada(),
                holder_name: "Foxglove Pictures".into(),
                kind: WorkKind::Character,
                title: "Captain Marzipan".into(),
                aliases: vec!["Cap'n Marzipan".into()],
                statement: "I hold the rights to this character.".into(),
            },
            Self::OptOutActivated {
                claim,
                number: "OO-2026-000001".into(),
                names: vec!["Captain Marzipan".into(), "Cap'n Marzipan".into()],
            },
            Self::OptOutRejected { claim, reason: "a common word".into() },
            Self::OptOutWithdrawn { claim },
        ]
    }
}

/// The registry's answers for one clip, stream `clearance/<clip>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum ClearanceEvent {
    /// The prompt names no opted-out work.
    PromptCleared {
        /// The clip.
        clip: ClipId,
        /// How many active claims it was compared with.
        claims_compared: u64,
    },
    /// The prompt names one.
    PromptBarred {
        /// The clip.
        clip: ClipId,
        /// The claim.
        claim: ClaimId,
        /// The claim's number.
        number: String,
        /// The name that matched, as the claim writes it.
        name: String,
    },
    /// The finished clip touches no opted-out work.
    ClipCleared {
        /// The clip.
        clip: ClipId,
        /// How many active claims it was compared with.
        claims_compared: u64,
    },
    /// The finished clip touches one.
    ClipBarred {
        /// The clip.
        clip: ClipId,
        /// The claim.
        claim: ClaimId,
        /// The claim's number.
        number: String,
        /// The name that matched, as the claim writes it.
        name: String,
    },
    /// A clip made earlier names a work that was opted out since: it must go.
    MatchFound {
        /// The clip.
        clip: ClipId,
        /// The claim.
        claim: ClaimId,
        /// The claim's number.
        number: String,
        /// The name that matched, as the claim writes it.
        name: String,
    },
}

impl DomainEvent for ClearanceEvent {
    const SERVICE: &'static str = "optout-registry";
    const AGGREGATE: &'static str = "clearance";

    fn samples() -> Vec<Self> {
        let (clip, claim) = (ClipId(sample::uuid(40)), ClaimId(sample::uuid(51)));
        let (number, name) = (|| "OO-2026-000001".to_owned(), || "Captain Marzipan".to_owned());
        vec![
            Self::PromptCleared { clip, claims_compared: 12 },
            Self::PromptBarred { clip, claim, number: number(), name: name() },
            Self::ClipCleared { clip, claims_compared: 12 },
            Self::ClipBarred { clip, claim, number: number(), name: name() },
            Self::MatchFound { clip, claim, number: number(), name: name() },
        ]
    }
}
