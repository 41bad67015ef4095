"""Sheet: a document as lines and tables in reading order, which DOCX, HTML and PDF are written from alike."""
