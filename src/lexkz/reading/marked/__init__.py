"""What the readers of marked-up formats (HTML, Word, JSON) share: pieces of text, tables set for layout, numbering."""
