//! The registry of kinds, in alphabetical order. Append-only: a prefix is never used again for something else.

use crate::{NotAnId, Uuid};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The prefix over the API.
            pub const PREFIX: &'static str = $prefix;

            /// As the API writes it.
            pub fn public(&self) -> String {
                format!(concat!($prefix, "_{}"), self.0)
            }

            /// Reads what the API wrote; a bare UUID is accepted too.
            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                let bare = text.strip_prefix(concat!($prefix, "_")).unwrap_or(text);
                Uuid::try_parse(bare).map(Self).map_err(|_| NotAnId {
                    given: text.chars().take(80).collect(),
                    prefix: $prefix,
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

kinds! {
    /// A person's account.
    AccountId = "acct";
    /// An appeal against a decision.
    AppealId = "appeal";
    /// One recording of a likeness.
    CaptureId = "capture";
    /// A case that a reviewer decides.
    CaseId = "case";
    /// A rights holder's opt-out.
    ClaimId = "claim";
    /// A clip, which the API calls a video.
    ClipId = "video";
    /// A public figure on the list.
    FigureId = "figure";
    /// A rights holder.
    HolderId = "holder";
    /// An invitation.
    InviteId = "invite";
    /// A signing key.
    KeyId = "key";
    /// A person's likeness, which the API calls a cameo.
    LikenessId = "cameo";
    /// A report of something that should be looked at.
    ReportId = "report";
    /// A signed-in session.
    SessionId = "session";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_what_it_writes() {
        let id = ClipId(Uuid::from_u128(7));
        assert_eq!(id.public(), "video_00000000-0000-0000-0000-000000000007");
        assert_eq!(ClipId::parse(&id.public()), Ok(id));
        assert_eq!(ClipId::parse(&id.to_string()), Ok(id));
    }

    #[test]
    fn an_identifier_of_another_kind_is_refused_with_what_would_be_right() {
        let message = ClipId::parse("acct_00000000-0000-0000-0000-000000000007").unwrap_err().to_string();
        assert!(message.contains("`acct_") && message.contains("`video_0190"), "{message}");
    }
}
