"""What the demonstration shows besides its texts: pictures drawn here, documents, settings."""
