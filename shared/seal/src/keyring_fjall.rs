//! The keyring of the embedded default: wrapped data keys in a fjall keyspace, synced before they are used.

use crate::keyring::{DataKey, Keyring, MasterKey, SealError};
use fjall::{Database, Keyspace, KeyspaceCreateOptions, PersistMode};
use ids::AccountId;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What stands in place of a key that was destroyed, so that its person is never given another.
const DESTROYED: &[u8] = b"destroyed";

/// Data keys on disk, wrapped with the master key.
pub struct FjallKeyring {
    database: Database,
    keys: Keyspace,
    master: MasterKey,
    // Two callers that seal for the same new person at once must get the same key.
    making: Mutex<()>,
}

impl FjallKeyring {
    /// Opens or makes the keyring in `folder`.
    pub fn open(folder: &Path, master: MasterKey) -> Result<Self, SealError> {
        let database = Database::builder(folder).open().map_err(storage)?;
        let keys = database.keyspace("data_keys", KeyspaceCreateOptions::default).map_err(storage)?;
        Ok(Self { database, keys, master, making: Mutex::new(()) })
    }

    fn put(&self, person: AccountId, value: &[u8]) -> Result<(), SealError> {
        self.keys.insert(person.0.as_bytes(), value).map_err(storage)?;
        self.database.persist(PersistMode::SyncAll).map_err(storage)
    }
}

impl Keyring for FjallKeyring {
    fn key_of(&self, person: AccountId) -> Result<DataKey, SealError> {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        match self.keys.get(person.0.as_bytes()).map_err(storage)? {
            Some(stored) if &*stored == DESTROYED => Err(SealError::Erased),
            Some(wrapped) => self.master.unwrap(person, &wrapped),
            None => {
                let key = DataKey::generate()?;
                self.put(person, &self.master.wrap(person, &key)?)?;
                Ok(key)
            }
        }
    }

    fn existing_key_of(&self, person: AccountId) -> Result<Option<DataKey>, SealError> {
        match self.keys.get(person.0.as_bytes()).map_err(storage)? {
            Some(stored) if &*stored == DESTROYED => Ok(None),
            Some(wrapped) => self.master.unwrap(person, &wrapped).map(Some),
            None => Ok(None),
        }
    }

    fn destroy(&self, person: AccountId) -> Result<(), SealError> {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        self.put(person, DESTROYED)
    }

    fn fingerprint(&self, purpose: &str, value: &str) -> String {
        self.master.fingerprint(purpose, value)
    }
}

fn storage(error: fjall::Error) -> SealError {
    SealError::Storage(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sealed;
    use ids::Uuid;

    #[test]
    fn keys_survive_a_restart_and_destruction_does_too() {
        let folder = tempfile::tempdir().unwrap();
        let master = MasterKey::generate().unwrap();
        let (ada, bob) = (AccountId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(2)));

        let keyring = FjallKeyring::open(folder.path(), master.clone()).unwrap();
        let of_ada = Sealed::seal(&keyring, ada, &1).unwrap();
        let of_bob = Sealed::seal(&keyring, bob, &2).unwrap();
        keyring.destroy(bob).unwrap();
        drop(keyring);

        let keyring = FjallKeyring::open(folder.path(), master).unwrap();
        assert_eq!(of_ada.open(&keyring).unwrap(), Some(1));
        assert_eq!(of_bob.open(&keyring).unwrap(), None);
        assert!(matches!(keyring.key_of(bob), Err(SealError::Erased)));
    }

    #[test]
    fn another_master_key_opens_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let ada = AccountId(Uuid::from_u128(1));
        FjallKeyring::open(folder.path(), MasterKey::generate().unwrap()).unwrap().key_of(ada).unwrap();
        let other = FjallKeyring::open(folder.path(), MasterKey::generate().unwrap()).unwrap();
        assert!(matches!(other.key_of(ada), Err(SealError::Forged)));
    }
}
