"""deckgen schema: what an editor needs to complete, explain and check the files of a course."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import list_names, nearest
from deckgen.cli.report import print_diagnostics, usage_errors
from deckgen.cli.streams import echo
from deckgen.pipeline.new import LANGUAGES


@click.command()
@click.argument("kind", required=False)
@click.option("--course", metavar="COURSE", help="With the ids of this course, in its language: its folder or id.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Write all schemas into this folder.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the descriptions.")
def command(kind: str | None, course: str | None, out: Path | None, language: str | None) -> None:
    """Print the JSON Schema of a KIND of file, or write those of all kinds.

    Kinds are course, module, block, slides, sheets, theme, profile, release and each list of records of a course. With
    --course and no KIND the schemas go to .schemas in the folder of the course, and the editor settings that switch
    them on to .vscode, unless there are some.
    """
    from deckgen.pipeline.schemas import FOLDER, own_schemas, schemas, write_schemas

    report = Report()
    folder, settings = None, ""
    if course is None:
        texts = schemas(language or LANGUAGES[0])
    else:
        with usage_errors():
            own = own_schemas(course, language, Path("curriculum"), report)
        texts, folder, settings = dict(own.texts), own.folder, own.settings
    print_diagnostics(item for item in report if item.severity == "error")
    if kind is not None:
        echo(_text_of(kind, texts), nl=False)
        return
    if out is None and folder is None:
        raise click.UsageError(f"which kind? there is {list_names(_kinds(texts), 20)}; --out DIR writes them all")
    problems = Report()
    written = write_schemas(out or folder / FOLDER, texts, problems)  # type: ignore[operator]
    if written:
        echo(f"{written[0].parent.as_posix()}: {len(written)} schemas")
    if folder is not None and out is None and written:
        _switch_on(folder, settings, problems)
    print_diagnostics(problems)
    if problems.has_errors:
        raise click.exceptions.Exit(1)


def _switch_on(folder: Path, settings: str, problems: Report) -> None:
    """Write the settings of the editor where there are none; else print them."""
    from deckgen.pipeline.schemas import SETTINGS, write_schemas

    path = folder / SETTINGS
    if path.exists():
        echo(f"{path.as_posix()} is there already; what switches the schemas on in it:\n{settings}", nl=False)
    elif written := write_schemas(path.parent, {path.name: settings}, problems):
        echo(f"{written[0].as_posix()}: switches them on in VS Code with the YAML extension of Red Hat")


def _kinds(texts: dict[str, str]) -> list[str]:
    from deckgen.pipeline.schemas import SUFFIX

    return [name.removesuffix(SUFFIX) for name in texts]


def _text_of(kind: str, texts: dict[str, str]) -> str:
    from deckgen.pipeline.schemas import SUFFIX

    if f"{kind}{SUFFIX}" not in texts:
        near = nearest(kind, _kinds(texts))
        hint = f"did you mean {near}?" if near else f"there is {list_names(_kinds(texts), 20)}"
        raise click.UsageError(f"no kind of file is called {kind}; {hint}")
    return texts[f"{kind}{SUFFIX}"]
