//! May this likeness be in this clip, for this person, now.
