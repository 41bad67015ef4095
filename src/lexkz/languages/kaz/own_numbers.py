"""The head of a Kazakh article: «5-1-бап.»."""

ARTICLE = r"\d+(?:-\d+)*\s?[-–]\s?бап\."
