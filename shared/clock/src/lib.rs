//! Time as an argument.
