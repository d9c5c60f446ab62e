//! Media bytes under their digest; MP4 in and out.
