"""`flashgen new`: what it makes is a deck at once, and what was there stays."""

import os
import pty
import re
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
import yaml

from flashgen import __version__
from flashgen.languages import LANGUAGES
from flashgen.model.deck import Deck
from flashgen.pipeline import read_decks
from tests.cli.test_consent import Terminal
from tests.conftest import Project, Run

MADE = (
    *("source/darwin.yaml", "decks/darwin/deck.yaml", "decks/darwin/01-first.yaml", ".gitignore", ".gitattributes"),
    *(".github/workflows/flashgen.yml", *(f"decks/.schema/{name}.json" for name in ("deck", "chapter", "source"))),
)
BIB = "@book{darwin1859,\n title = {On the Origin of {Species}},\n author = {Darwin, Charles},\n date = {1859}\n}\n"
ARTICLE = "@article{wallace1858,\n title = {On the Tendency},\n author = {Wallace, A. R.},\n pages = {53--62}\n}\n"


def files(root: Path) -> dict[str, bytes]:
    """Return the content of all files of a project but for the tool's own."""
    found = [file for file in root.rglob("*") if file.is_file() and ".flashgen" not in file.parts]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


def deck(root: Path, name: str = "darwin") -> Deck:
    """Return a deck without problems."""
    (found,), problems = read_decks(root, [name])
    assert problems == ()
    return found


def comments(file: Path) -> list[str]:
    """Return the comments of a file, but for that which names its schema."""
    lines = [line.strip() for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if line.startswith("#") and "yaml-language-server" not in line]


@pytest.mark.parametrize("language", [words.language for words in LANGUAGES])
def test_in_an_empty_folder_it_makes_a_deck_that_passes_the_check_builds_and_prints(
    run: Run, tmp_path: Path, language: str
) -> None:
    done = run("new", "darwin", "--language", language, "-C", tmp_path)
    assert done.code == 0
    assert files(tmp_path).keys() == {*MADE}
    assert [line for line in done.out.splitlines() if line.endswith("decks/darwin/01-first.yaml")]
    assert run("check", "--strict", "-C", tmp_path).out == "6 entries in 1 deck: no findings\n"
    assert run("build", "-C", tmp_path).code == 0
    assert run("sheets", "-C", tmp_path).code == 0
    assert {note.type.name for note in deck(tmp_path).notes} == {
        *("Cloze", "Question", "Term", "Pair", "List", "Quotation")
    }


@pytest.mark.parametrize("language", [words.language for words in LANGUAGES])
def test_comments_in_the_decks_files_are_in_its_language(run: Run, tmp_path: Path, language: str) -> None:
    for folder, tag in ((tmp_path / "own", language), (tmp_path / "english", "en")):
        folder.mkdir()
        assert run("new", "darwin", "--language", tag, "-C", folder).code == 0
    for file in ("decks/darwin/deck.yaml", "source/darwin.yaml", "decks/darwin/01-first.yaml"):
        own, english = (comments(tmp_path / folder / file) for folder in ("own", "english"))
        assert len(own) == len(english) >= 1
        assert (own == english) == (language == "en")


def test_beside_other_decks_it_changes_no_file_and_names_those_that_it_kept(run: Run, project: Project) -> None:
    project.write(".gitignore", "*.tmp\n/dist\n")
    run("schema", "--write", "-C", project.root)
    before = files(project.root)
    done = run("new", "darwin", "-C", project.root / "decks/small")
    assert done.code == 0
    after = files(project.root)
    assert {name: after[name] for name in before} == before
    assert "decks/darwin/deck.yaml" in after
    (kept,) = [line for line in done.out.splitlines() if line.startswith("kept as they were: ")]
    assert ".gitignore" in kept
    assert "decks/.schema/deck.json" in kept
    assert "add to .gitignore: .flashgen/\n" in done.out
    assert run("check", "darwin", "--strict", "-C", project.root).code == 0


def test_each_deck_has_an_identity_of_its_own(run: Run, tmp_path: Path) -> None:
    run("new", "darwin", "-C", tmp_path)
    run("new", "wallace", "-C", tmp_path)
    assert deck(tmp_path).uid != deck(tmp_path, "wallace").uid
    assert run("check", "--strict", "-C", tmp_path).code == 0


@pytest.mark.parametrize("name", ["darwin", "Darwin", "DARWIN "])
def test_a_name_that_a_deck_has_is_refused_and_nothing_is_written(run: Run, tmp_path: Path, name: str) -> None:
    run("new", "darwin", "-C", tmp_path)
    before = files(tmp_path)
    done = run("new", name, "-C", tmp_path)
    assert done.code == 2
    assert "decks/darwin is already there, and was not changed" in done.told
    assert files(tmp_path) == before


@pytest.mark.parametrize("name", ["..", "a/b", "con", "Ключевский", "🎉", "", "x" * 300])
def test_a_name_that_no_folder_can_have_is_refused_and_nothing_is_written(run: Run, tmp_path: Path, name: str) -> None:
    done = run("new", name, "-C", tmp_path)
    assert (done.code, "no deck can be named" in done.told, files(tmp_path)) == (2, True, {})


def test_an_empty_folder_of_that_name_is_no_deck(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks/darwin").mkdir(parents=True)
    assert run("new", "darwin", "-C", tmp_path).code == 0


def test_a_source_of_that_name_is_kept_and_cited(run: Run, project: Project) -> None:
    source = project.write("source/darwin.yaml", "label: Mine\ncitation: {title: Mine}\npages: 1-9\n")
    done = run("new", "darwin", "-C", project.root)
    assert (done.code, "source/darwin.yaml" in done.out) == (0, True)
    assert source.read_text("utf-8").startswith("label: Mine")
    assert deck(project.root).source.label == "Mine"


def test_what_the_options_say_is_in_the_files_whatever_its_signs(run: Run, tmp_path: Path) -> None:
    said = [
        "--title",
        "Capital: a 'critique' #1",
        "--author",
        "Marx, Karl",
        "--author",
        "Academy, The",
        "--author",
        "Plato",
    ]
    run(
        "new",
        "Das Kapital",
        *said,
        "--locator",
        "section",
        "--pages",
        "i-iii, 1-20",
        "--language",
        "de",
        "-C",
        tmp_path,
    )
    made = deck(tmp_path, "das-kapital")
    assert (made.name, made.tag, made.language) == ("Capital: a 'critique' #1", "das-kapital", "de")
    assert made.source.citation.title == "Capital: a 'critique' #1"
    assert [str(name) for name in made.source.citation.author] == ["Karl Marx", "The Academy", "Plato"]
    assert (made.source.label, made.source.locator) == ("Marx", "section")
    assert [page.label for page in made.source.pages][:4] == ["i", "ii", "iii", "1"]


@pytest.mark.parametrize(
    ("name", "title"),
    [("darwin", "Darwin"), ("the-prince", "The prince"), ("The Prince", "The Prince"), ("marked", "Marked")],
)
def test_without_a_title_the_name_is_one(run: Run, tmp_path: Path, name: str, title: str) -> None:
    run("new", name, "-C", tmp_path)
    assert {made.name for made in read_decks(tmp_path, ())[0]} == {title}
    assert run("check", "--strict", "-C", tmp_path).code == 0


def test_a_title_with_colons_makes_no_decks_within_decks(run: Run, tmp_path: Path) -> None:
    run("new", "std", "--title", "std::vector", "-C", tmp_path)
    assert deck(tmp_path, "std").name == "std:vector"


@pytest.mark.parametrize("title", ["Small", "SMALL"])
def test_the_second_deck_on_a_text_gets_a_name_of_its_own(run: Run, project: Project, title: str) -> None:
    assert run("new", "darwin", "--title", title, "-C", project.root).code == 0
    assert {made.name for made in read_decks(project.root, ())[0]} == {"Small", f"{title} (darwin)"}
    assert run("check", "darwin", "small", "-C", project.root).code == 0


def test_beside_a_deck_whose_file_cannot_be_read_or_is_missing_it_makes_another(run: Run, project: Project) -> None:
    project.write("decks/small/deck.yaml", "[")
    project.write("decks/draft/notes.txt", "")
    assert run("new", "darwin", "-C", project.root).code == 0


@pytest.mark.parametrize(("author", "said"), [("Charles Darwin", True), ("Darwin, Charles", False), ("Plato", False)])
def test_an_author_who_may_be_a_person_without_a_comma_is_told(
    run: Run, tmp_path: Path, author: str, said: bool
) -> None:
    done = run("new", "darwin", "--author", author, "-C", tmp_path)
    assert (done.code, f'note: "{author}" has no comma' in done.told) == (0, said)


@pytest.mark.parametrize(("pages", "said"), [("350", True), ("1-350", False), ("3, 9", False), ("xii", False)])
def test_a_number_that_may_be_that_of_the_last_page_is_told(run: Run, tmp_path: Path, pages: str, said: bool) -> None:
    done = run("new", "darwin", "--pages", pages, "-C", tmp_path)
    assert (done.code, "write 1-350 in" in done.told) == (0, said)


@pytest.mark.parametrize("pages", ["i-xv,1-350", "1:1-1:31", "327a-327e", "12", "A1, A2, B1"])
def test_pages_are_whatever_a_source_can_list(run: Run, tmp_path: Path, pages: str) -> None:
    run("new", "darwin", "--pages", pages, "-C", tmp_path)
    first = deck(tmp_path).source.pages[0].label
    assert {note.cite.pages for note in deck(tmp_path).notes} == {deck(tmp_path).notes[0].cite.pages}
    assert f"    page: {first}\n" in (tmp_path / "decks/darwin/01-first.yaml").read_text("utf-8").replace("'", "")
    assert run("check", "--strict", "-C", tmp_path).code == 0


def test_a_text_without_pages_has_entries_without_them(run: Run, tmp_path: Path) -> None:
    run("new", "darwin", "--pages", "none", "-C", tmp_path)
    assert deck(tmp_path).source.pages == ()
    assert run("check", "--strict", "-C", tmp_path).code == 0
    assert run("build", "-C", tmp_path).code == 0


def test_a_language_without_a_catalogue_has_english_samples(run: Run, tmp_path: Path) -> None:
    run("new", "darwin", "--language", "ja", "-C", tmp_path)
    assert deck(tmp_path).language == "ja"
    assert "Many books" in (tmp_path / "decks/darwin/01-first.yaml").read_text("utf-8")
    assert run("check", "--strict", "-C", tmp_path).code == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("pages", "9-1", "runs backwards: write 1-9"),
        ("pages", "1-9,5", "listed twice"),
        ("pages", "", "invalid value for --pages"),
        ("locator", "pagina", "not a locator: did you mean"),
        ("language", "German language", "not a language tag"),
        ("title", " ", "write a text on one line"),
        ("title", "a\nb", "write a text on one line"),
        ("bib", "nowhere.bib", "nowhere.bib"),
        ("author", "", "write a text on one line"),
    ],
)
def test_what_an_option_cannot_say_is_refused_by_its_name_and_nothing_is_written(
    run: Run, tmp_path: Path, option: str, value: str, said: str
) -> None:
    done = run("new", "darwin", f"--{option}", value, "-C", tmp_path)
    assert done.code in (2, 3)
    assert said in done.told
    assert files(tmp_path) == {}


def test_a_citation_comes_from_a_bibliography_which_is_copied(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my library.bib").write_text(BIB, "utf-8")
    (tmp_path / "deck").mkdir()
    assert run("new", "darwin", "--bib", tmp_path / "my library.bib", "-C", tmp_path / "deck").code == 0
    made = deck(tmp_path / "deck")
    assert (made.name, made.source.label) == ("On the Origin of Species", "Darwin 1859")
    assert (tmp_path / "deck/source/my library.bib").read_text("utf-8") == BIB
    assert run("check", "--strict", "-C", tmp_path / "deck").code == 0


def test_a_bibliography_in_the_project_is_named_where_it_is_and_its_pages_are_those_of_the_text(
    run: Run, project: Project
) -> None:
    file = project.write("source/all.bib", BIB + ARTICLE)
    before = file.read_bytes()
    done = run("new", "wallace", "--bib", f"{file}#wallace1858", "--title", "The Tendency", "-C", project.root)
    assert done.code == 0
    made = deck(project.root, "wallace")
    assert (made.name, made.source.citation.title, made.source.label) == ("The Tendency", "On the Tendency", "Wallace")
    assert [page.label for page in made.source.pages][:2] == ["53", "54"]
    assert file.read_bytes() == before


def test_pages_of_a_bibliography_that_cannot_be_counted_are_not_those_of_the_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(ARTICLE.replace("53--62", "53--e62, 99"), "utf-8")
    assert run("new", "wallace", "--bib", tmp_path / "all.bib", "-C", tmp_path).code == 0
    assert deck(tmp_path, "wallace").source.pages[0].label == "1"


@pytest.mark.parametrize(
    ("content", "key", "said"),
    [
        (BIB + ARTICLE, "", "2 items, and no key says which: add # and the key of one: darwin1859, wallace1858"),
        (BIB + ARTICLE, "#darwin", 'no item "darwin": did you mean "darwin1859"?'),
        ("", "", "no item"),
    ],
)
def test_a_bibliography_that_does_not_say_which_item_is_refused(
    run: Run, tmp_path: Path, content: str, key: str, said: str
) -> None:
    (tmp_path / "all.bib").write_text(content, "utf-8")
    done = run("new", "darwin", "--bib", f"{tmp_path / 'all.bib'}{key}", "-C", tmp_path)
    assert (done.code, said in done.told, files(tmp_path).keys()) == (2, True, {"all.bib"})


def test_authors_beside_a_bibliography_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(BIB, "utf-8")
    done = run("new", "darwin", "--bib", tmp_path / "all.bib", "--author", "Darwin, Charles", "-C", tmp_path)
    assert (done.code, "leave out --author" in done.told, files(tmp_path).keys()) == (2, True, {"all.bib"})


def test_another_bibliography_of_that_name_is_never_overwritten(run: Run, project: Project) -> None:
    project.write("source/all.bib", ARTICLE)
    project.write("all.bib", BIB)
    before = files(project.root)
    done = run("new", "darwin", "--bib", project.root / "all.bib", "-C", project.root)
    assert (done.code, "source/all.bib is already there" in done.told) == (2, True)
    assert files(project.root) == before


def test_where_a_file_cannot_be_written_none_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("a file where the folder should be")
    before = files(tmp_path)
    done = run("new", "darwin", "-C", tmp_path)
    assert (done.code, files(tmp_path)) == (3, before)
    assert ".github" in done.told


def killed(root: Path, run: Run, at: int) -> bool:
    """Run `flashgen new` in a process that ends at one of its files, counted from 1; return whether it came so far."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 137
    calls, sync = count(1), os.fsync

    def stopping(file: int) -> None:
        if next(calls) == at:
            os._exit(137)
        sync(file)

    os.fsync = stopping
    run("new", "darwin", "-C", root)
    os._exit(0)


def test_whenever_it_is_killed_it_can_run_again(run: Run, tmp_path: Path) -> None:
    came = []
    for at in range(1, len(MADE) + 2):
        root = tmp_path / str(at)
        root.mkdir()
        came.append(killed(root, run, at))
        assert run("new", "darwin", "-C", root).code == (0 if came[-1] else 2)
        assert run("check", "--strict", "-C", root).code == 0
        assert [name for name in files(root) if ".new" in name] == []
    assert came == [True] * len(MADE) + [False]


def typed(root: Path, lines: str, *arguments: str) -> tuple[int, str]:
    """Run `flashgen new` on a terminal of its own, type lines, and return the exit code and what it asked."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "flashgen", "new", *arguments], cwd=root, stdin=its, stderr=its, stdout=subprocess.PIPE
    )
    os.close(its)
    os.write(ours, lines.encode("utf-8"))
    try:
        process.communicate(timeout=60)
    finally:
        process.kill()
    asked = b""
    try:
        while more := os.read(ours, 4096):
            asked += more
    except OSError:
        pass  # the other end is closed
    os.close(ours)
    return process.returncode, asked.decode("utf-8", "replace")


def test_on_a_terminal_it_asks_for_what_no_option_says_and_shows_the_defaults(tmp_path: Path) -> None:
    code, asked = typed(tmp_path, "On the Origin of Species\nDarwin, Charles\n\ni-ix,1-502\nfr\n", "darwin")
    assert code == 0
    assert re.findall(r"\[([^\]]*)\]:", asked) == ["Darwin", "page", "1-100", "en"]
    made = deck(tmp_path)
    assert (made.name, made.language, made.source.label) == ("On the Origin of Species", "fr", "Darwin")
    assert made.source.pages[0].label == "i"


BOOK = "@book{darwin1859, title={On the Origin of Species}, author={Darwin, Charles}, year={1859}}"


def test_on_a_terminal_a_file_with_the_citation_may_be_named_in_place_of_a_title(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my.bib").write_text(BOOK)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", Terminal("none.bib\nmy.bib\n\n\n\n\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    done = run("new", "darwin", "-C", tmp_path)
    asked = done.out + done.err
    assert done.code == 0
    assert "Title, or a .bib or .json file with the citation" in asked
    assert "none.bib" in asked
    assert "Author" not in asked
    made = deck(tmp_path)
    assert (made.name, made.source.label) == ("On the Origin of Species", "Darwin 1859")
    assert (tmp_path / "source/my.bib").read_text() == BOOK


def test_on_a_terminal_a_title_that_only_looks_like_a_files_name_can_be_given_as_an_option(tmp_path: Path) -> None:
    said = ("--title", "Learn package.json", "--author", "A", "--pages", "1-9", "--locator", "page", "--language", "en")
    code, asked = typed(tmp_path, "", "node", *said)
    assert (code, "Title" in asked) == (0, False)
    assert deck(tmp_path, "node").name == "Learn package.json"


def test_on_a_terminal_a_wrong_answer_is_asked_again(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = "\n\npagina\n1-9\nsection\n9-1\n1-9\nGerman language\nde\n"
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    asked = run("new", "darwin", "-C", tmp_path).err
    assert '"1-9" is not a locator; write page, section, verse or the like, then the pages' in asked
    assert ("runs backwards" in asked, '"pagina" is not a locator' in asked, "not a language tag" in asked) == (
        True,
        True,
        True,
    )
    assert (deck(tmp_path).language, deck(tmp_path).source.locator) == ("de", "section")


def test_on_a_terminal_nothing_is_asked_that_the_options_say(tmp_path: Path) -> None:
    said = ("--title", "T", "--author", "A", "--pages", "1-9", "--locator", "page", "--language", "en")
    code, asked = typed(tmp_path, "", "darwin", *said)
    assert (code, "[" in asked) == (0, False)


def test_an_interrupted_question_leaves_nothing(tmp_path: Path) -> None:
    code, _ = typed(tmp_path, "Title\n\x04", "darwin")
    assert (code, files(tmp_path)) == (130, {})


def test_the_workflow_checks_pull_requests_and_attaches_packages_and_sheets_to_releases(
    run: Run, tmp_path: Path
) -> None:
    run("new", "darwin", "-C", tmp_path)
    text = (tmp_path / ".github/workflows/flashgen.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    commands = {name: [step.get("run", "") for step in job["steps"]] for name, job in jobs.items()}
    assert "flashgen check --format github" in commands["check"]
    assert {"flashgen build --locked", "flashgen sheets"} <= {*commands["release"]}
    assert 'gh release upload "$GITHUB_REF_NAME" dist/*.apkg dist/*.pdf' in commands["release"]
    assert text.count(f"pip install flashgen=={__version__}\n") == 2
    uses = re.findall(r"uses: (.*)", text)
    assert [line for line in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", line)] == []


@pytest.mark.parametrize("arguments", [["check"], ["check", "darwim"]])
def test_where_there_is_no_such_deck_the_message_names_the_command_that_makes_one(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    assert "flashgen new NAME" in run(*arguments, "-C", tmp_path).told
    (tmp_path / "decks").mkdir()
    assert "flashgen new NAME" in run(*arguments, "-C", tmp_path).told
