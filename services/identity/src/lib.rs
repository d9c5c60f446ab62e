//! Who you are, and whether you are in.
