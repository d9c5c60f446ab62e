//! Clips from request to publication.
