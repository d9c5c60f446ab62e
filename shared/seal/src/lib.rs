//! Personal data sealed with a key of its person, so that erasing the person is destroying one key.
//!
//! An event keeps its place, its order and its hash for ever; what is personal inside it is ciphertext. Each person has
//! one data key (AES-256-GCM, NIST SP 800-38D, a fresh 96-bit nonce for every value); the keyring keeps the data keys
//! wrapped with a master key. Whoever has no key sees that something is sealed and about whom, nothing more.

mod keyring;
mod keyring_fjall;

pub use keyring::{DataKey, Keyring, MasterKey, MemoryKeyring, SealError};
pub use keyring_fjall::FjallKeyring;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use ids::AccountId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;

/// A personal value inside an event: ciphertext, and whose key opens it.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(bound = "")]
pub struct Sealed<T> {
    /// The account whom the value is about; its key opens it.
    pub about: AccountId,
    /// Nonce, ciphertext and tag, in unpadded base64.
    pub sealed: String,
    #[serde(skip)]
    #[schemars(skip)]
    of: PhantomData<fn() -> T>,
}

impl<T> Sealed<T> {
    /// A sealed value of which only the ciphertext is known.
    pub fn from_parts(about: AccountId, sealed: impl Into<String>) -> Self {
        Self { about, sealed: sealed.into(), of: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> Sealed<T> {
    /// Seals `value` with the data key of the person it is about; makes that key on first use.
    pub fn seal(keyring: &dyn Keyring, about: AccountId, value: &T) -> Result<Self, SealError> {
        let plain = serde_json::to_vec(value).map_err(|error| SealError::Encoding(error.to_string()))?;
        let sealed = keyring.key_of(about)?.seal(about, &plain)?;
        Ok(Self::from_parts(about, STANDARD_NO_PAD.encode(sealed)))
    }

    /// Opens the value. `Ok(None)` when the person was erased, so that nobody can open it any more.
    pub fn open(&self, keyring: &dyn Keyring) -> Result<Option<T>, SealError> {
        let Some(key) = keyring.existing_key_of(self.about)? else { return Ok(None) };
        let sealed = STANDARD_NO_PAD.decode(&self.sealed).map_err(|_| SealError::Forged)?;
        let plain = key.open(self.about, &sealed)?;
        serde_json::from_slice(&plain).map(Some).map_err(|error| SealError::Encoding(error.to_string()))
    }
}

// By hand, because deriving would ask the same of `T`, which is not inside.
impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self::from_parts(self.about, self.sealed.clone())
    }
}

impl<T> PartialEq for Sealed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.about == other.about && self.sealed == other.sealed
    }
}

impl<T> Eq for Sealed<T> {}

impl<T> std::fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "sealed(about {})", self.about)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ids::Uuid;

    fn person(n: u128) -> AccountId {
        AccountId(Uuid::from_u128(n))
    }

    #[test]
    fn what_is_sealed_opens_with_the_key_of_its_person() {
        let keyring = MemoryKeyring::default();
        let sealed = Sealed::seal(&keyring, person(1), &"a red ball".to_owned()).unwrap();
        assert_eq!(sealed.open(&keyring).unwrap().as_deref(), Some("a red ball"));
        assert!(!serde_json::to_string(&sealed).unwrap().contains("ball"));
    }

    #[test]
    fn the_same_value_never_looks_the_same_twice() {
        let keyring = MemoryKeyring::default();
        let once = Sealed::seal(&keyring, person(1), &1).unwrap();
        assert_ne!(once, Sealed::seal(&keyring, person(1), &1).unwrap());
    }

    #[test]
    fn after_erasure_nothing_opens() {
        let keyring = MemoryKeyring::default();
        let sealed = Sealed::seal(&keyring, person(1), &1).unwrap();
        keyring.destroy(person(1)).unwrap();
        assert_eq!(sealed.open(&keyring).unwrap(), None);
        assert!(matches!(Sealed::seal(&keyring, person(1), &1), Err(SealError::Erased)));
    }

    #[test]
    fn a_value_moved_to_another_person_does_not_open() {
        let keyring = MemoryKeyring::default();
        let sealed = Sealed::seal(&keyring, person(1), &1).unwrap();
        keyring.key_of(person(2)).unwrap();
        let moved = Sealed::<i32>::from_parts(person(2), sealed.sealed.clone());
        assert!(matches!(moved.open(&keyring), Err(SealError::Forged)));
    }

    proptest::proptest! {
        #[test]
        fn any_text_as_ciphertext_is_an_error_and_never_a_panic(text in ".{0,200}") {
            let keyring = MemoryKeyring::default();
            keyring.key_of(person(1)).unwrap();
            proptest::prop_assert!(Sealed::<String>::from_parts(person(1), text).open(&keyring).is_err());
        }
    }
}
