//! The bus: the port, its contract suite and the consumer.
