"""`flashgen plan`, as typed: what learners will see of the next build."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import DECK, FORMULA, SOURCE, Project, Run

TIME = 1_790_000_000
REST = """\
  - id: who
    ask: Who wrote the famous course of lectures?
    answer: Kliuchevsky
    page: 98
  - id: what
    ask: What swelled up?
    answer: the state
    page: 97-98
"""


@pytest.fixture
def released(project: Project) -> Project:
    """Return a project with three released notes."""
    project.entries(FORMULA + REST)
    project.build(TIME)
    return project


def told(project: Project, run: Run, *arguments: str) -> list[str]:
    """Return the lines of a plan, without the spaces before them."""
    done = run("plan", "-C", project.root, *arguments)
    assert (done.code, done.err) == (0, "")
    return [line.strip() for line in done.out.splitlines() if line]


def test_before_the_first_release_it_says_how_much_there_is(project: Project, run: Run) -> None:
    assert told(project, run) == ["Small: the first release, 1 note and 2 cards"]


def test_without_a_change_learners_see_nothing_and_nothing_is_written(released: Project, run: Run) -> None:
    before = released.lock()
    assert told(released, run) == ["Small: nothing changes for learners; 0 reviews at risk"]
    assert released.lock() == before


CHANGES = {
    "a changed answer, word by word": (
        REST.replace("answer: the state", "answer: the Russian state"),
        ["Changed", "what", "Answer: the {+Russian +}state"],
    ),
    "a word in the place of another": (
        REST.replace("answer: Kliuchevsky", "answer: Klyuchevsky"),
        ["Changed", "who", "Answer: [-Kliuchevsky-]{+Klyuchevsky+}"],
    ),
    "what only looks different": (
        REST.replace("answer: Kliuchevsky", "answer: '*Kliuchevsky*'"),
        ["Changed", "who", "Answer: only the formatting changes"],
    ),
    "a new entry": (
        REST + "  - {id: new, ask: Who else?, answer: Miliukov, page: 96}\n",
        ["New", "new: Who else?"],
    ),
    "new tags": (
        REST.replace("page: 97-98", "page: 97-98\n    tags: [state]"),
        ["Changed", "what", "Tags: {+small::state+}"],
    ),
    "a withdrawn entry": (
        REST + "    withdrawn: It was *wrong*.\n",
        ["Withdrawn", "what: It was wrong."],
    ),
    "an entry that vanished": (
        REST.partition("  - id: what")[0],
        ["Withdrawn", "what: It is no longer part of the deck."],
    ),
    "a renamed entry without was": (
        REST.replace("id: who", "id: course"),
        [
            "New",
            "course: Who wrote the famous course of lectures?",
            "Withdrawn",
            "who: It is no longer part of the deck.",
            "Probably renamed",
            'course looks like who under a new id; if it is, add "was: who" to course',
        ],
    ),
    "a renamed entry with was": (
        REST.replace("id: who", "id: course\n    was: who"),
        ["Changed", "course (was who)"],
    ),
}


@pytest.mark.parametrize(("rest", "lines"), CHANGES.values(), ids=CHANGES)
def test_it_shows_what_learners_will_see(released: Project, run: Run, rest: str, lines: list[str]) -> None:
    released.entries(FORMULA + rest)
    summary, *found = told(released, run)
    assert found == lines
    assert summary.endswith("; 0 reviews at risk")


LIST = "  - {id: marks, list: Marks of that order, items: [poverty, fear, pride], page: 95}\n"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "fear",
            "constant fear",
            ["List: {{c1:: poverty; {+constant +}fear; pride }}", "Step 2: poverty; pride; {{c3::{+constant +}fear}}"],
        ),
        ("items", "ordered: yes, items", ["List: only the formatting changes"]),
    ],
)
def test_of_a_list_it_shows_the_whole_and_the_items_that_change(
    project: Project, run: Run, old: str, new: str, lines: list[str]
) -> None:
    project.entries(LIST)
    project.build(TIME)
    project.entries(LIST.replace(old, new))
    assert told(project, run) == ["Small: 1 changed; 0 reviews at risk", "Changed", "marks", *lines]


def test_a_new_deletion_is_a_new_card_and_the_others_go_on(released: Project, run: Run) -> None:
    released.entries(FORMULA.replace("the people", "{{the people}}") + REST)
    assert told(released, run)[1:] == [
        "Changed",
        "formula",
        "Text: The state {{c1::swelled up}}; {+{{c3::+}the people{+}}+} {{c2::grew lean}}.",
        "new card 3; the other cards keep their reviews",
    ]


def test_a_removed_deletion_puts_reviews_at_risk_and_the_plan_explains(released: Project, run: Run) -> None:
    released.entries(FORMULA.replace("{{grew lean}}", "grew lean") + REST)
    summary, *_, last = told(released, run)
    assert summary == "Small: 1 changed; the reviews of 1 card are at risk"
    assert last.startswith("card 2 removed, reviews at risk: Anki shows no question on such cards")


def test_a_card_that_asks_for_the_question_comes_and_goes_as_a_card(released: Project, run: Run) -> None:
    asked = "  - {id: asked, ask: Who?, answer: Peter, page: 98}\n"
    released.entries(FORMULA + REST + asked)
    released.build(TIME + 1)
    released.entries(FORMULA + REST + asked.replace("page:", "reverse: yes, page:"))
    new = "new card 2; the other cards keep their reviews"
    assert told(released, run) == ["Small: 1 changed; 0 reviews at risk", "Changed", "asked", new]
    released.build(TIME + 2)
    released.entries(FORMULA + REST + asked)
    summary, _, _, lost = told(released, run)
    assert summary == "Small: 1 changed; the reviews of 1 card are at risk"
    assert lost.startswith("card 2 removed, reviews at risk")


def test_reviews_of_withdrawn_and_returning_entries_are_at_risk_too(released: Project, run: Run) -> None:
    released.entries(FORMULA.replace("{{grew lean}}", "grew lean") + "    withdrawn: wrong\n" + REST)
    assert told(released, run)[0] == "Small: 1 changed, 1 withdrawn; the reviews of 1 card are at risk"
    released.entries(REST)
    released.build(TIME + 1)
    released.entries(FORMULA.replace("grew lean", "grew leaner") + REST)
    assert told(released, run)[0] == "Small: 1 changed, 1 returned; 0 reviews at risk"
    assert "Text: The state {{c1::swelled up}}; the people {{c2::grew [-lean-]{+leaner+}}}." in told(released, run)


def test_a_number_that_moved_to_another_fact_is_at_risk(released: Project, run: Run) -> None:
    old = released.write("old.apkg", (released.root / "dist/small.apkg").read_bytes())
    (released.root / "decks/small/deck.lock").unlink()
    released.entries(FORMULA.replace("{{sw", "{{c2::sw").replace("{{gr", "{{c1::gr") + REST)
    summary, *lines = told(released, run, "--since", str(old))
    assert summary == "Small: 1 changed; the reviews of 2 cards are at risk"
    assert "card 2 now asks what card 1 asked; its reviews are at risk, since they are for another fact" in lines


def test_a_new_title_is_shown_once_for_all_its_notes(released: Project, run: Run) -> None:
    released.entries(FORMULA + REST, head="chapter: VI\ntitle: Another\nentries:\n")
    assert told(released, run) == [
        "Small: 3 changed; 0 reviews at risk",
        "Changed on several notes",
        "Chapter of 3 notes: VI · [-The older pattern-]{+Another+}",
    ]


def test_the_plan_says_that_an_entry_moved_to_another_chapter_stays_in_its_deck(project: Project, run: Run) -> None:
    first = "chapter: V\ntitle: First\nentries:\n"
    project.entries(REST.partition("  - id: what")[0], "05-first.yaml", first)
    project.entries(FORMULA)
    project.build(TIME)
    (project.root / "decks/small/05-first.yaml").write_text(first.replace("entries:", "entries: []"), "utf-8")
    project.entries(FORMULA + REST.partition("  - id: what")[0])
    assert "now in the chapter VI · The older pattern; it stays in its deck" in told(project, run)


def test_an_entry_that_comes_back_is_shown(released: Project, run: Run) -> None:
    released.entries(FORMULA)
    released.build(TIME + 1)
    released.entries(FORMULA + REST)
    assert told(released, run) == ["Small: 2 returned; 0 reviews at risk", "Returned", "who", "what"]


def test_new_looks_are_shown(released: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flashgen.emit.anki.notetype.style", lambda: ".card {}")
    assert told(released, run) == [
        "Small: new card design; 0 reviews at risk",
        "New card design",
        "all Cloze, Question cards",
    ]


def test_errors_are_reported_first_and_stop_the_plan(project: Project, run: Run) -> None:
    project.entries(FORMULA.replace("page: 98", "page: 198"))
    done = run("plan", "-C", project.root)
    assert (done.code, done.out, "page-out-of-range" in done.told) == (1, "", True)


def test_json_is_for_machines(released: Project, run: Run) -> None:
    released.entries(FORMULA.replace("{{grew lean}}", "grew lean") + REST.replace("id: who", "id: course"))
    done = run("plan", "--format", "json", "-C", released.root)
    told = json.loads(done.out)
    assert (done.code, told["version"]) == (0, 1)
    (deck,) = told["decks"]
    assert deck["deck"] == "Small"
    assert deck["new"] == [{"id": "course", "cards": 1}]
    assert deck["withdrawn"] == [{"id": "who", "reason": "It is no longer part of the deck."}]
    assert deck["likely_renames"] == [{"old": "who", "new": "course"}]
    assert deck["cards_at_risk"] == 1
    (changed,) = deck["changed"]
    assert (changed["id"], changed["lost_cards"], changed["new_cards"]) == ("formula", [2], [])
    assert changed["edits"] == [
        {
            "field": "Text",
            "old": "The state {{c1::swelled up}}; the people {{c2::grew lean}}.",
            "new": "The state {{c1::swelled up}}; the people grew lean.",
        }
    ]


def test_markdown_makes_release_notes(released: Project, run: Run) -> None:
    released.entries(FORMULA + REST.replace("answer: the state", "answer: 'the *Russian* \\<state\\>'"))
    done = run("plan", "--format", "markdown", "-C", released.root)
    assert done.out.split("\n\n") == [
        "## Small",
        "1 changed. All your reviews stay.",
        "### Changed",
        "- What swelled up?\n  - Answer: the ~~state~~ **Russian \\<state\\>**\n",
    ]


def committed(project: Project) -> None:
    """Put the project under version control."""
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "release")):
        identity = {
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a",
        }
        subprocess.run(["git", "-C", str(project.root), *command], env={**os.environ, **identity}, check=True)


def test_since_a_package_compares_with_the_package(released: Project, run: Run) -> None:
    old = released.write("old.apkg", (released.root / "dist/small.apkg").read_bytes())
    released.entries(FORMULA + REST.replace("answer: the state", "answer: the Russian state"))
    released.build(TIME + 60)
    assert told(released, run) == ["Small: nothing changes for learners; 0 reviews at risk"]
    assert told(released, run, "--since", str(old))[1:] == ["Changed", "what", "Answer: the {+Russian +}state"]


def test_since_a_package_plans_only_the_deck_of_that_package(released: Project, run: Run) -> None:
    old = released.write("old.apkg", (released.root / "dist/small.apkg").read_bytes())
    released.write("decks/another/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Another"))
    released.write("decks/another/06-x.yaml", "chapter: VI\ntitle: X\nentries: []\n")
    assert told(released, run, "--since", str(old)) == ["Small: nothing changes for learners; 0 reviews at risk"]
    done = run("plan", "another", "--since", old, "-C", released.root)
    assert (done.code, "old.apkg is not an earlier package of the deck another" in done.told) == (3, True)


def test_since_a_revision_compares_with_the_lock_of_that_revision(released: Project, run: Run) -> None:
    committed(released)
    released.entries(FORMULA + REST.replace("answer: the state", "answer: the Russian state"))
    released.build(TIME + 60)
    assert told(released, run, "--since", "HEAD")[1:] == ["Changed", "what", "Answer: the {+Russian +}state"]


def test_since_a_revision_without_a_lock_everything_is_new(project: Project, run: Run) -> None:
    committed(project)
    project.build(TIME)
    assert told(project, run, "--since", "HEAD") == ["Small: the first release, 1 note and 2 cards"]


@pytest.mark.parametrize("since", ["nowhere", "--help", "nowhere.apkg"])
def test_since_refuses_what_is_neither_a_package_nor_a_revision(released: Project, run: Run, since: str) -> None:
    committed(released)
    done = run("plan", f"--since={since}", "-C", released.root)
    assert (done.code, done.told) == (
        3,
        f"error: {since} is neither a package nor a revision: git knows none of that name here\n",
    )


def test_since_a_revision_whose_lock_is_broken_says_so(released: Project, run: Run) -> None:
    sound = released.lock()
    released.write("decks/small/deck.lock", sound.replace("Kliuchevsky", "Miliukov"))
    committed(released)
    released.write("decks/small/deck.lock", sound)
    done = run("plan", "--since", "HEAD", "-C", released.root)
    assert (done.code, "its decks/small/deck.lock is broken in line 11" in done.told) == (3, True)


def test_without_git_a_revision_is_refused(
    released: Project, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("plan", "--since", "HEAD", "-C", released.root)
    assert (done.code, "there is no git on this computer to ask" in done.told) == (3, True)


LINKS = "all Cloze, Question cards link to the new page; nothing else on them changes"
OTHERWISE = "its citation, a section, a label, or the gist of a page that no entry cites"
PAGES = {
    "a gist": (("A formula *sums up*", "A saying *sums up*"), ["the gist of p. 98", LINKS]),
    "two gists": (
        ("What page 97 says.", "x"),
        ("A formula", "A saying"),
        ["the gist of p. 97, the gist of p. 98", LINKS],
    ),
    "the gist of a page that no entry cites": (("What page 89 says.", "x"), [OTHERWISE, LINKS]),
    "the citation": (("title: Stalinism as", "title: Stalin as"), [OTHERWISE, LINKS]),
    "a section's title": (("title: The second factor", "title: Another factor"), [OTHERWISE, LINKS]),
}


@pytest.mark.parametrize("case", PAGES.values(), ids=PAGES)
def test_a_new_page_of_the_source_is_shown_with_what_changed_on_it(
    case: tuple[*tuple[tuple[str, str], ...], list[str]], released: Project, run: Run
) -> None:
    *edits, lines = case
    source = SOURCE
    for old, new in edits:
        assert old in source
        source = source.replace(old, new)
    released.write("source/tucker-1999.yaml", source)
    said = told(released, run)
    assert "new source page; 0 reviews at risk" in said[0]
    assert said[said.index("Source page") + 1 :] == lines
    assert "New card design" not in said


def test_a_changed_gist_is_shown_once_for_all_notes_of_its_page(released: Project, run: Run) -> None:
    released.write("source/tucker-1999.yaml", SOURCE.replace("A formula *sums up*", "A saying *sums up*"))
    assert "Changed on several notes" in told(released, run)
    page = json.loads(run("plan", "--format", "json", "-C", released.root).out)["decks"][0]["page_of_the_source"]
    assert page == {"kinds": ["Cloze", "Question"], "gists": ["p. 98"]}


def test_if_cards_link_to_an_address_a_changed_gist_changes_no_note_type(project: Project, run: Run) -> None:
    source = SOURCE + "links:\n  screen: https://example.org/{page}\n"
    project.write("source/tucker-1999.yaml", source)
    project.build(TIME)
    project.write("source/tucker-1999.yaml", source.replace("A formula", "A saying"))
    assert told(project, run)[0] == "Small: 1 changed; 0 reviews at risk"


def test_new_looks_are_shown_even_if_the_page_of_the_source_is_new_too(
    released: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashgen.emit.anki.notetype.style", lambda: ".card {}")
    released.write("source/tucker-1999.yaml", SOURCE.replace("What page 89 says.", "x"))
    assert told(released, run) == [
        "Small: new card design; 0 reviews at risk",
        "New card design",
        "all Cloze, Question cards",
    ]


def test_an_adopted_package_shows_a_new_page_as_a_lock_does(released: Project, run: Run) -> None:
    old = released.write("old.apkg", (released.root / "dist/small.apkg").read_bytes())
    released.write("source/tucker-1999.yaml", SOURCE.replace("What page 89 says.", "x"))
    assert told(released, run, "--since", str(old)) == told(released, run)
    assert "Source page" in told(released, run)
