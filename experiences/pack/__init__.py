"""« Dossier pour l’assemblée générale »: two to four cases side by side, as a page to print and as a PDF."""
