//! Where fresh identifiers come from: chance and time as an argument.

use crate::Uuid;
use clock::Clock;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A maker of fresh identifiers and secrets.
pub trait IdSource: Send + Sync {
    /// A fresh UUIDv7: unique, and in the order of time.
    fn fresh(&self) -> Uuid;
    /// Fills a buffer with unguessable bytes: for invite codes, challenges and keys.
    fn fill_secret(&self, buffer: &mut [u8]);
}

/// Identifiers from the system's entropy and a clock.
pub struct RandomIds {
    clock: Arc<dyn Clock>,
}

impl RandomIds {
    /// Identifiers whose time comes from `clock`.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock }
    }
}

impl IdSource for RandomIds {
    fn fresh(&self) -> Uuid {
        let mut random = [0u8; 10];
        self.fill_secret(&mut random);
        let millis = u64::try_from(self.clock.now_ms()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place that draws from the system's entropy")]
    fn fill_secret(&self, buffer: &mut [u8]) {
        use rand::Rng;
        rand::rng().fill_bytes(buffer);
    }
}

/// Identifiers that repeat: a test with the same seed sees the same ones. Not for production: they can be guessed.
pub struct SeededIds {
    next: AtomicU64,
    seed: u64,
}

impl SeededIds {
    /// A sequence that depends on `seed` alone.
    pub fn new(seed: u64) -> Self {
        Self { next: AtomicU64::new(1), seed }
    }
}

impl IdSource for SeededIds {
    fn fresh(&self) -> Uuid {
        let n = self.next.fetch_add(1, Ordering::SeqCst);
        let mut random = [0u8; 10];
        random[2..].copy_from_slice(&self.seed.to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(1_700_000_000_000 + n, &random).into_uuid()
    }

    fn fill_secret(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(16) {
            let bytes = Uuid::new_v5(&self.fresh(), b"secret").into_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
    }
}
