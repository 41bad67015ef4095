"""lexkz: Kazakhstan's legal acts as Akoma Ntoso, with the commands that amend them read, applied and proved.

The public interface is this module's: what stands in ``__all__``, and nothing else. It is imported from where it is at
home when it is first used, so that ``import lexkz`` costs nothing. Packages have nouns for names, functions verbs
(decision 0032).
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lexkz.amendment.model import (
        Coverage,
        Step,
    )
    from lexkz.annex.form_model import (
        Form,
    )
    from lexkz.annex.table_model import (
        AnnexTable,
    )
    from lexkz.api import (
        Act,
        Agreement,
        Check,
        Command,
        Commands,
        Comparison,
        Consolidated,
        Draft,
        Explained,
        Finding,
        FormDataError,
        Forms,
        Lang,
        OwnRedline,
        Pack,
        Proved,
        Ruling,
        SourceError,
        Tables,
        Unit,
        UnknownUnitError,
        Verification,
        agree,
        check,
        commands,
        comparative_table,
        compare,
        consolidate,
        draft,
        explain,
        pack,
        prove,
        read,
        read_rulings,
        read_text,
        redline,
        redline_own,
        schema,
        schema_names,
        side_by_side,
        validate,
        verify,
    )
    from lexkz.comparison.diff import (
        Hunk,
    )
    from lexkz.consolidation.report import (
        CommandOutcome,
        Proofs,
        Report,
    )
    from lexkz.findings import (
        FindingPlace,
    )
    from lexkz.publication.changed_json import (
        OrderData,
        UnitChangeData,
        UnitChangesData,
    )
    from lexkz.publication.store_json import (
        ActInfoData,
        ChangeData,
        CitationData,
        CommandOutcomeData,
        ExpressionInfoData,
        FoundData,
        UnitHistoryData,
        UnitTextData,
    )
    from lexkz.publication.unit_list import (
        Period,
    )
    from lexkz.reading.limits import (
        Limits,
    )
    from lexkz.workspace.accuracy import (
        Witnessed,
        WitnessedText,
        witness,
    )
    from lexkz.workspace.intake import (
        Imported,
        ImportedText,
        import_corpus,
    )
    from lexkz.workspace.store import (
        ActFilters,
        Missing,
        NamedUnit,
        SlowQueryError,
        Store,
        changes,
        history,
    )

__version__ = "0.1.0"

__all__ = [
    "Act",
    "ActFilters",
    "ActInfoData",
    "Agreement",
    "AnnexTable",
    "ChangeData",
    "Check",
    "CitationData",
    "Command",
    "CommandOutcome",
    "CommandOutcomeData",
    "Commands",
    "Comparison",
    "Consolidated",
    "Coverage",
    "Draft",
    "Explained",
    "ExpressionInfoData",
    "Finding",
    "FindingPlace",
    "Form",
    "FormDataError",
    "Forms",
    "FoundData",
    "Hunk",
    "Imported",
    "ImportedText",
    "Lang",
    "Limits",
    "Missing",
    "NamedUnit",
    "OrderData",
    "OwnRedline",
    "Pack",
    "Period",
    "Proofs",
    "Proved",
    "Report",
    "Ruling",
    "SlowQueryError",
    "SourceError",
    "Step",
    "Store",
    "Tables",
    "Unit",
    "UnitChangeData",
    "UnitChangesData",
    "UnitHistoryData",
    "UnitTextData",
    "UnknownUnitError",
    "Verification",
    "Witnessed",
    "WitnessedText",
    "__version__",
    "agree",
    "changes",
    "check",
    "commands",
    "comparative_table",
    "compare",
    "consolidate",
    "draft",
    "explain",
    "history",
    "import_corpus",
    "pack",
    "prove",
    "read",
    "read_rulings",
    "read_text",
    "redline",
    "redline_own",
    "schema",
    "schema_names",
    "side_by_side",
    "validate",
    "verify",
    "witness",
]

_ELSEWHERE = {
    "lexkz.amendment.model": ("Coverage", "Step"),
    "lexkz.annex.form_model": ("Form",),
    "lexkz.annex.table_model": ("AnnexTable",),
    "lexkz.comparison.diff": ("Hunk",),
    "lexkz.consolidation.report": ("CommandOutcome", "Proofs", "Report"),
    "lexkz.findings": ("FindingPlace",),
    "lexkz.publication.changed_json": ("OrderData", "UnitChangeData", "UnitChangesData"),
    "lexkz.publication.store_json": (
        "ActInfoData",
        "ChangeData",
        "CitationData",
        "CommandOutcomeData",
        "ExpressionInfoData",
        "FoundData",
        "UnitHistoryData",
        "UnitTextData",
    ),
    "lexkz.publication.unit_list": ("Period",),
    "lexkz.reading.limits": ("Limits",),
    "lexkz.workspace.accuracy": ("Witnessed", "WitnessedText", "witness"),
    "lexkz.workspace.intake": ("Imported", "ImportedText", "import_corpus"),
    "lexkz.workspace.store": ("ActFilters", "Missing", "NamedUnit", "SlowQueryError", "Store", "changes", "history"),
}
"""Where the types of values are at home, and what asks a whole workspace; all else is in :mod:`lexkz.api`."""

if not TYPE_CHECKING:  # else every name would be one that the type checker believes in

    def __getattr__(name: str) -> Any:
        if name in __all__:
            home = next((module for module, names in _ELSEWHERE.items() if name in names), "lexkz.api")
            return getattr(importlib.import_module(home), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
