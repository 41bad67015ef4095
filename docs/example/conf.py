"""The made-up example beside the site: ``make docs`` builds it from ``docs/example/corpus``."""

project = "lexkz"
author = "the lexkz authors"
html_title = "lexkz · Мысал · Пример"
language = "en"
extensions = ["lexkz.sphinx"]
# The corpus is copied there and built, so that nothing is written beside it.
lexkz_workspace = "../_build/example"
exclude_patterns = ["corpus"]
smartquotes = False
html_theme = "furo"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_theme_options = {
    "announcement": "Ойдан шығарылған мысал. Вымышленный пример. A made-up example.",
    "light_css_variables": {"color-brand-primary": "#1f5f8b", "color-brand-content": "#1a5a86"},
    "dark_css_variables": {"color-brand-primary": "#8cc4ea", "color-brand-content": "#8cc4ea"},
    "top_of_page_buttons": [],
}
