//! The event types of all services, data only.
