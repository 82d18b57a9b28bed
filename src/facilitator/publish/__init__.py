"""What leaves the house: from a plan, its notes and what was held to a `Document`."""
