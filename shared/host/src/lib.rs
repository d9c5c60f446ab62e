//! Configuration, start, drain and stop of a service.
