"""Pictures: what an upload must be, what is kept of it, the sizes and formats that readers receive."""
