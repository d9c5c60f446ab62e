//! Values that the samples are made of: fixed, so that golden files never change by themselves.

use ids::{AccountId, Uuid};
use seal::Sealed;

/// A fixed UUIDv7 that ends in `n`.
pub fn uuid(n: u16) -> Uuid {
    Uuid::from_u128(0x0193_5b1a_0000_7000_8000_0000_0000_0000 + u128::from(n))
}

/// The account that samples are about.
pub fn ada() -> AccountId {
    AccountId(uuid(1))
}

/// Another account.
pub fn bob() -> AccountId {
    AccountId(uuid(2))
}

/// A sealed value of Ada's.
pub fn sealed<T>() -> Sealed<T> {
    Sealed::from_parts(ada(), "c2VhbGVkLWZvci10aGUtc2FtcGxlcw")
}

/// A moment: 24 November 2026, 02:40:00 UTC.
pub const TIME_MS: clock::Millis = 1_795_488_000_000;

/// A SHA-256 digest.
pub const DIGEST: &str = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
