"""Stores of the record."""
