//! Read models: the port, its contract suite and the fjall adapter.
