"""The guard: what must not leave the house."""
