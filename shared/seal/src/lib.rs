//! Personal data sealed with a key of its person.
