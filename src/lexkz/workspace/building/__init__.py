"""The parts of a build: what changed, who does the work, in what order, and what is kept for the next one."""
