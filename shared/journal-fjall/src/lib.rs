//! The journal on fjall, for one machine.
