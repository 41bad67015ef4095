"""Fuzzing: whatever bytes come in, a reader gives a source or says in one sentence why not."""
