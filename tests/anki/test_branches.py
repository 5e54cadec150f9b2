"""Learners who got a release that was taken back, or one of each of two branches: what their cards ask."""

import pytest

from tests.anki.conftest import Anki, opened, revealed
from tests.conftest import Project, Run
from tests.history.conftest import ADDED, INSTEAD, OTHER, Git, build, git, package, released  # noqa: F401 - a fixture

BOTH = ADDED.replace("{{grew lean}}", "{{grew lean}} under {{its weight}}")


def asked(anki: Anki) -> dict[int, str]:
    """Return what each card of the cloze asks for, by its number; nothing where it asks nothing any more."""
    return {card.ord + 1: revealed(card) for card in anki.notes()["formula"].cards()}


def answer(anki: Anki) -> str:
    """Return the answer of the other note."""
    return str(anki.notes()["who"]["Answer"])


def test_learners_of_a_release_that_was_taken_back_get_what_is_right(
    project: Project,
    run: Run,
    git: Git,  # noqa: F811 - the fixture
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    session = opened(tmp_path_factory.mktemp("learner"))
    anki = next(session)
    released(project, run, git, ADDED + OTHER.replace("Kliuchevsky", "Miliukov"))
    anki.take(package(project))
    anki.study("Small")
    reviews = anki.revlog()
    git("revert", "--no-edit", "HEAD")
    project.entries(INSTEAD + OTHER)
    assert build(project, run, "--adopt", str(package(project)))[0] == 0
    anki.take(package(project))
    assert answer(anki) == "Kliuchevsky"
    assert asked(anki) == {1: "swelled up", 2: "grew lean", 3: "", 4: "its weight"}
    assert anki.revlog() == reviews
    session.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", [("main", "branch"), ("branch", "main")])
def test_learners_of_neither_branch_have_a_history_on_another_fact(
    order: tuple[str, str],
    project: Project,
    run: Run,
    git: Git,  # noqa: F811 - the fixture
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    sessions = {branch: opened(tmp_path_factory.mktemp(branch)) for branch in order}
    learners = {branch: next(session) for branch, session in sessions.items()}
    git("checkout", "-q", "-b", "branch")
    for branch, entries in (("branch", INSTEAD), ("main", ADDED)):
        git("checkout", "-q", branch)
        package(project).unlink()
        released(project, run, git, entries + OTHER.replace("Kl", f"{branch}, Kl"))
        learners[branch].take(package(project))
        learners[branch].study("Small")
    package(project).unlink()
    git("checkout", "-q", order[0])
    with pytest.raises(Exception, match="merge"):
        git("merge", "-q", order[1])
    project.entries(BOTH + OTHER)
    assert build(project, run, "--merge")[0] == 0
    for branch, learner in learners.items():
        before, reviews = asked(learner), learner.revlog()
        learner.take(package(project))
        now = asked(learner)
        assert now == {1: "swelled up", 2: "grew lean", 3: "", 4: "the people", 5: "its weight"}, branch
        assert all(now[number] in ("", fact) for number, fact in before.items())
        assert answer(learner) == "Kliuchevsky"
        assert learner.revlog() == reviews
        sessions[branch].close()  # type: ignore[attr-defined]
