"""The head of a Russian article: «Статья 5-1.»."""

ARTICLE = r"Статья\s\d+(?:-\d+)*\."
