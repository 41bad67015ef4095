"""``lexkz mcp``: what the store knows as tools of an assistant. The SDK of MCP is imported when it runs, not before."""
