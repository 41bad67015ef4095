"""The server: the store over HTTP, read-only. FastAPI is imported when it runs, not before."""
