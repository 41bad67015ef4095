"""The proofs that nothing is in a consolidated text but what its base and the acts that amend it say."""
