//! Events of `identity`: who you are, and whether you are in.

use crate::{DomainEvent, sample};
use clock::Millis;
use ids::{AccountId, InviteId, KeyId, SessionId};
use schemars::JsonSchema;
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// What an account may do beyond watching.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Makes clips.
    Creator,
    /// Files opt-outs for works that they hold the rights to.
    RightsHolder,
    /// Decides cases.
    Reviewer,
    /// Replays events, with personal fields sealed.
    DataAnalyst,
    /// Issues invites, opens regions, grants roles, lists public figures.
    Operator,
}

/// One account, stream `account/<account>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum AccountEvent {
    /// Somebody redeemed an invite and is in.
    AccountOpened {
        /// The account.
        account: AccountId,
        /// The public name, unique among accounts: 3 to 30 of `a-z`, `0-9`, `_`.
        handle: Sealed<String>,
        /// ISO 3166-1 alpha-2.
        region: String,
        /// The invite that let them in; none for the first operator.
        invite: Option<InviteId>,
        /// SHA-256 of the secret that signs in to this account, in hexadecimal.
        sign_in_secret_hash: String,
        /// Roles from the start.
        roles: Vec<Role>,
    },
    /// A region was stated and found open.
    RegionConfirmed {
        /// ISO 3166-1 alpha-2.
        region: String,
    },
    /// A session was opened.
    SessionStarted {
        /// The session.
        session: SessionId,
        /// SHA-256 of the refresh token, in hexadecimal.
        refresh_hash: String,
        /// When the session ends by itself.
        expires_at_ms: Millis,
    },
    /// The session's refresh token was used and replaced.
    SessionRefreshed {
        /// The session.
        session: SessionId,
        /// SHA-256 of the new refresh token, in hexadecimal.
        refresh_hash: String,
    },
    /// A session was ended.
    SessionEnded {
        /// The session.
        session: SessionId,
        /// `signed_out`, `token_reused` or `suspended`.
        reason: String,
    },
    /// A role was granted.
    RoleGranted {
        /// The role.
        role: Role,
    },
    /// A role was withdrawn.
    RoleWithdrawn {
        /// The role.
        role: Role,
    },
    /// The profile was changed; what is `None` stayed as it was.
    ProfileChanged {
        /// The name to show.
        display_name: Option<Sealed<String>>,
        /// A few words about oneself.
        bio: Option<Sealed<String>>,
    },
    /// The account follows another.
    AccountFollowed {
        /// Whom.
        account: AccountId,
    },
    /// The account follows another no longer.
    AccountUnfollowed {
        /// Whom.
        account: AccountId,
    },
    /// The account blocks another: neither sees the other.
    AccountBlocked {
        /// Whom.
        account: AccountId,
    },
    /// The account blocks another no longer.
    AccountUnblocked {
        /// Whom.
        account: AccountId,
    },
    /// The account may do nothing for now.
    AccountSuspended {
        /// Why.
        reason: String,
    },
    /// The account may do everything again.
    AccountReinstated,
    /// The account is gone and its key destroyed.
    AccountErased,
}

impl DomainEvent for AccountEvent {
    const SERVICE: &'static str = "identity";
    const AGGREGATE: &'static str = "account";

    fn samples() -> Vec<Self> {
        let session = SessionId(sample::uuid(20));
        vec![
            Self::AccountOpened {
                account: sample::ada(),
                handle: sample::sealed(),
                region: "US".into(),
                invite: Some(InviteId(sample::uuid(21))),
                sign_in_secret_hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
                roles: vec![Role::Creator],
            },
            Self::RegionConfirmed { region: "US".into() },
            Self::SessionStarted { session, refresh_hash: "60303ae2".into(), expires_at_ms: sample::TIME_MS },
            Self::SessionRefreshed { session, refresh_hash: "fd61a03a".into() },
            Self::SessionEnded { session, reason: "signed_out".into() },
            Self::RoleGranted { role: Role::Reviewer },
            Self::RoleWithdrawn { role: Role::Reviewer },
            Self::ProfileChanged { display_name: Some(sample::sealed()), bio: None },
            Self::AccountFollowed { account: sample::bob() },
            Self::AccountUnfollowed { account: sample::bob() },
            Self::AccountBlocked { account: sample::bob() },
            Self::AccountUnblocked { account: sample::bob() },
            Self::AccountSuspended { reason: "impersonation".into() },
            Self::AccountReinstated,
            Self::AccountErased,
        ]
    }
}

/// One invite, stream `invite/<invite>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum InviteEvent {
    /// An invite was issued.
    InviteIssued {
        /// The invite.
        invite: InviteId,
        /// Who invites; none when the operator's desk does.
        issued_by: Option<AccountId>,
        /// SHA-256 of the code, in hexadecimal: the code itself is nowhere.
        code_hash: String,
        /// How many accounts it may open.
        uses: u32,
        /// Roles that these accounts get.
        roles: Vec<Role>,
        /// When it stops working.
        expires_at_ms: Millis,
    },
    /// One use was taken.
    InviteRedeemed {
        /// The account that it opened.
        account: AccountId,
    },
    /// It works no longer.
    InviteRevoked,
}

impl DomainEvent for InviteEvent {
    const SERVICE: &'static str = "identity";
    const AGGREGATE: &'static str = "invite";

    fn samples() -> Vec<Self> {
        vec![
            Self::InviteIssued {
                invite: InviteId(sample::uuid(21)),
                issued_by: Some(sample::ada()),
                code_hash: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".into(),
                uses: 3,
                roles: vec![Role::Creator],
                expires_at_ms: sample::TIME_MS,
            },
            Self::InviteRedeemed { account: sample::bob() },
            Self::InviteRevoked,
        ]
    }
}

/// The claim on one handle, stream `handle/<keyed fingerprint>`: it makes handles unique without storing them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum HandleEvent {
    /// The handle belongs to an account.
    HandleTaken {
        /// Whose it is.
        account: AccountId,
    },
    /// The handle is free again.
    HandleReleased,
}

impl DomainEvent for HandleEvent {
    const SERVICE: &'static str = "identity";
    const AGGREGATE: &'static str = "handle";

    fn samples() -> Vec<Self> {
        vec![Self::HandleTaken { account: sample::ada() }, Self::HandleReleased]
    }
}

/// One token-signing key, stream `signing-key/<key>`. Services verify access tokens with what these events say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum SigningKeyEvent {
    /// A key signs tokens from now on.
    SigningKeyPublished {
        /// The key; tokens name it as `kid`.
        key: KeyId,
        /// `EdDSA` (RFC 8037, Ed25519).
        algorithm: String,
        /// The raw public key, in unpadded base64url.
        public_key: String,
        /// Tokens that it signed are refused from then on.
        expires_at_ms: Millis,
    },
    /// The key signs no more, and what it signed is refused.
    SigningKeyRetired {
        /// The key.
        key: KeyId,
    },
}

impl DomainEvent for SigningKeyEvent {
    const SERVICE: &'static str = "identity";
    const AGGREGATE: &'static str = "signing-key";

    fn samples() -> Vec<Self> {
        let key = KeyId(sample::uuid(22));
        vec![
            Self::SigningKeyPublished {
                key,
                algorithm: "EdDSA".into(),
                public_key: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".into(),
                expires_at_ms: sample::TIME_MS,
            },
            Self::SigningKeyRetired { key },
        ]
    }
}

/// The rollout, stream `rollout/global`: where the doors are open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "data")]
pub enum RolloutEvent {
    /// People from this region may come in.
    RegionOpened {
        /// ISO 3166-1 alpha-2.
        region: String,
    },
    /// People from this region wait.
    RegionClosed {
        /// ISO 3166-1 alpha-2.
        region: String,
    },
    /// How many invites each account may issue.
    InviteQuotaSet {
        /// Uses in all, per account.
        uses: u32,
    },
}

impl DomainEvent for RolloutEvent {
    const SERVICE: &'static str = "identity";
    const AGGREGATE: &'static str = "rollout";

    fn samples() -> Vec<Self> {
        vec![
            Self::RegionOpened { region: "FR".into() },
            Self::RegionClosed { region: "FR".into() },
            Self::InviteQuotaSet { uses: 5 },
        ]
    }
}
