"""The screens; the only ring that imports Textual."""
