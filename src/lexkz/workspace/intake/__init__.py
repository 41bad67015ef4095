"""A public corpus taken into a workspace: a git repository, a folder of acts, or saved files of any kind.

What a source offers is listed (``git_history``, ``act_folders``), told apart by act, language and day (``file_names``,
``saved_page``), and put into ``corpus/`` (``taking``).
"""

from lexkz.workspace.intake.taking import Imported, ImportedText, import_corpus

__all__ = ["Imported", "ImportedText", "import_corpus"]
