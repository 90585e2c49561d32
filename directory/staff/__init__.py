"""The back office of the directory: what those who keep it see under /gestion/."""
