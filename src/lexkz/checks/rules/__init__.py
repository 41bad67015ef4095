"""The drafting rules, a small group a file; each is a function from a draft to its findings."""
