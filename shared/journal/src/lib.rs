//! The event journal: the port, its contract suite and execute().
