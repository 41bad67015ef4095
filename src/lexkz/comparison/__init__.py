"""Two expressions of an act held against each other; the official edition as a witness."""
