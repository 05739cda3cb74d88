//! What the documents say agrees with what the codec reads.
