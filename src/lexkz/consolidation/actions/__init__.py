"""What commands do: each module plans one kind of change, performs it, and says how it is noted."""
