//! Is this allowed, and who must look at it.
