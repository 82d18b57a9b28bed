"""Writers of documents, one a format."""
