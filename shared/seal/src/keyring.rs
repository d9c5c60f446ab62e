//! The keyring: one data key a person, wrapped with a master key, destroyed when the person is erased.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::rand;
use ids::AccountId;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// Why something could not be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The person was erased; their key is gone for good.
    #[error("the person was erased, and so was their key")]
    Erased,
    /// The ciphertext was changed, moved to another person, or sealed with another key.
    #[error("the sealed value does not belong to this person's key, or was changed")]
    Forged,
    /// The value does not turn into JSON or back.
    #[error("the value cannot be encoded: {0}")]
    Encoding(String),
    /// The keyring's storage failed.
    #[error("the keyring cannot be read or written: {0}")]
    Storage(String),
}

/// The keys of people. `destroy` is for ever: a person is never given a second key.
pub trait Keyring: Send + Sync {
    /// The data key of a person; made on first use.
    fn key_of(&self, person: AccountId) -> Result<DataKey, SealError>;
    /// The data key of a person, when there is one and it was not destroyed.
    fn existing_key_of(&self, person: AccountId) -> Result<Option<DataKey>, SealError>;
    /// Destroys the data key of a person.
    fn destroy(&self, person: AccountId) -> Result<(), SealError>;
    /// A keyed fingerprint (HMAC-SHA-256) of something that must be looked up without being stored, such as a handle.
    fn fingerprint(&self, purpose: &str, value: &str) -> String;
}

/// A 256-bit key that encrypts one person's values.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// A fresh random key.
    pub fn generate() -> Result<Self, SealError> {
        let mut bytes = Zeroizing::new([0u8; 32]);
        rand::fill(bytes.as_mut_slice()).map_err(|_| SealError::Storage("no entropy".to_owned()))?;
        Ok(Self(bytes))
    }

    /// Encrypts; the person is authenticated along, so that a value cannot be moved to somebody else.
    pub fn seal(&self, person: AccountId, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let mut nonce = [0u8; NONCE_LEN];
        rand::fill(&mut nonce).map_err(|_| SealError::Storage("no entropy".to_owned()))?;
        let mut sealed = plain.to_vec();
        self.cipher()?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(person.0.as_bytes()), &mut sealed)
            .map_err(|_| SealError::Forged)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts what `seal` made.
    pub fn open(&self, person: AccountId, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, ciphertext) = sealed.split_at_checked(NONCE_LEN).ok_or(SealError::Forged)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SealError::Forged)?;
        let mut buffer = ciphertext.to_vec();
        let aad = Aad::from(person.0.as_bytes());
        let plain = self.cipher()?.open_in_place(nonce, aad, &mut buffer).map_err(|_| SealError::Forged)?;
        Ok(plain.to_vec())
    }

    fn cipher(&self) -> Result<LessSafeKey, SealError> {
        UnboundKey::new(&AES_256_GCM, self.0.as_slice()).map(LessSafeKey::new).map_err(|_| SealError::Forged)
    }
}

/// The key that wraps the data keys and makes fingerprints; it lies in a file of its own, or in a key management service.
#[derive(Clone)]
pub struct MasterKey(DataKey);

impl MasterKey {
    /// A fresh random master key.
    pub fn generate() -> Result<Self, SealError> {
        DataKey::generate().map(Self)
    }

    /// A master key from 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Result<Self, SealError> {
        let mut bytes = Zeroizing::new([0u8; 32]);
        hex::decode_to_slice(text.trim(), bytes.as_mut_slice())
            .map_err(|_| SealError::Encoding("a master key is 64 hexadecimal digits".to_owned()))?;
        Ok(Self(DataKey(bytes)))
    }

    /// As `from_hex` reads it.
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.0.0.as_slice()))
    }

    pub(crate) fn wrap(&self, person: AccountId, key: &DataKey) -> Result<Vec<u8>, SealError> {
        self.0.seal(person, key.0.as_slice())
    }

    pub(crate) fn unwrap(&self, person: AccountId, wrapped: &[u8]) -> Result<DataKey, SealError> {
        let plain = Zeroizing::new(self.0.open(person, wrapped)?);
        let mut bytes = Zeroizing::new([0u8; 32]);
        if plain.len() != bytes.len() {
            return Err(SealError::Forged);
        }
        bytes.copy_from_slice(&plain);
        Ok(DataKey(bytes))
    }

    pub(crate) fn fingerprint(&self, purpose: &str, value: &str) -> String {
        let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, self.0.0.as_slice());
        let mut context = aws_lc_rs::hmac::Context::with_key(&key);
        context.update(purpose.as_bytes());
        context.update(&[0]);
        context.update(value.as_bytes());
        hex::encode(&context.sign().as_ref()[..16])
    }
}

/// A keyring that forgets everything when the process ends: for tests and for `understudy generate`.
pub struct MemoryKeyring {
    keys: Mutex<HashMap<AccountId, Option<DataKey>>>,
    master: MasterKey,
}

impl Default for MemoryKeyring {
    fn default() -> Self {
        Self { keys: Mutex::default(), master: MasterKey(DataKey(Zeroizing::new([7; 32]))) }
    }
}

impl Keyring for MemoryKeyring {
    fn key_of(&self, person: AccountId) -> Result<DataKey, SealError> {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        match keys.get(&person) {
            Some(Some(key)) => Ok(key.clone()),
            Some(None) => Err(SealError::Erased),
            None => {
                let key = DataKey::generate()?;
                keys.insert(person, Some(key.clone()));
                Ok(key)
            }
        }
    }

    fn existing_key_of(&self, person: AccountId) -> Result<Option<DataKey>, SealError> {
        Ok(self.keys.lock().unwrap_or_else(PoisonError::into_inner).get(&person).cloned().flatten())
    }

    fn destroy(&self, person: AccountId) -> Result<(), SealError> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner).insert(person, None);
        Ok(())
    }

    fn fingerprint(&self, purpose: &str, value: &str) -> String {
        self.master.fingerprint(purpose, value)
    }
}
