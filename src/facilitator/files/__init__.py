"""Files that people write by hand: the agenda and the roster, read, checked and explained."""
