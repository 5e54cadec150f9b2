"""The whole program on one page: files, entries, notes, problems, numbers, and the next release."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.check.run import check, faults
from flashgen.errors import ManyDecksError, NoDeckError, NotBuiltError
from flashgen.history.continuity import history_problems, members, missing_notes, shared_names, shared_uids
from flashgen.history.kept import Kept, Known
from flashgen.history.locks import Origin, locks_since, origin
from flashgen.history.numbering import all_numbered
from flashgen.history.release import Clock, Release, next_lock
from flashgen.kinds.entry import notes
from flashgen.kinds.kind import Setting
from flashgen.load.chapter import ChapterFile
from flashgen.load.files import deck_folders
from flashgen.load.folder import DeckFolder, all_folders
from flashgen.load.stray import strays
from flashgen.model.chosen import with_chapters
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.output import BuildOptions, FixedFile, Output, Track, untracked
from flashgen.model.problem import Problem, in_order

if TYPE_CHECKING:
    from flashgen.emit.paper.sheets.choice import Choice, Printed
    from flashgen.history.plan import Plan
    from flashgen.study.plan import StudyPlan
    from flashgen.study.wish import Wish


def read_decks(
    root: Path,
    names: Sequence[str],
    track: Track = untracked,
    adopt: str | None = None,
    merge: bool = False,
    known: Known = Kept,
    site: str = "",
) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """Return the named decks of a project, or all, and what keeps them from being built, in file order.

    With a package or a revision to adopt, the one deck has the lock that it tells; with `merge`, a lock that a merge
    left is what both sides say. Chapters that are `known`, and have not changed, are not read; links lead to the `site`
    at an address. NoDeckError and NoSuchDeckError where there is none, or none of a name; UnreadableError where the
    disk fails; others as `adopted_lock`.
    """
    folders = deck_folders(root, names)
    if adopt and len(folders) > 1:
        raise ManyDecksError(adopt, tuple(folder.name for folder in folders))
    decks, problems = _read(root, folders, track, origin(root, adopt, merge), known, site)
    problems += chain.from_iterable(map(faults, decks))
    return decks, in_order({problem for problem in problems if problem.severity == "error"})


def checked_decks(
    root: Path,
    names: Sequence[str],
    track: Track = untracked,
    texts: Mapping[str, Path] | None = None,
    salt: bytes = b"",
    proved: bool = False,
) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """Return the named decks of a project, or all, and whatever the rules find in them, each at its very spot.

    With texts, by the names of their sources, they are compared with these; one without a name is of the only source. A
    deck that was never compared gets the salt for its proof. Where they must be `proved`, an entry that is not is an
    error. Errors as in `read_decks` and `with_copies`.
    """
    from flashgen.history.proof import compared, with_proof
    from flashgen.load.locate import spotted
    from flashgen.load.pages import with_copies

    decks, problems = _read(root, deck_folders(root, names), track, origin(root))
    decks = with_copies(decks, texts) if texts else decks
    decks = tuple([with_proof(deck, root, salt, proved, problems) for deck in decks])
    findings = [list(check(deck)) for deck in track(decks, "checking")]
    decks = tuple([compared(deck, own, not problems) for deck, own in zip(decks, findings, strict=True)])
    found = [*chain.from_iterable(findings)]
    if problems:  # what is allowed may stand where nothing could be read
        found = [problem for problem in found if problem.rule != "needless-allow"]
    if proved:
        found = [replace(one, severity="error") if one.rule == "unproved" else one for one in found]
    return decks, in_order(spotted([*problems, *found], root))


def fixed(root: Path, names: Sequence[str]) -> tuple[FixedFile, ...]:
    """Return the files of the named decks, or all, as they can be fixed automatically; errors as in `read_decks`."""
    from flashgen.check.fixing import fixed_files

    return tuple(fixed_files(root, lambda copy: checked_decks(copy, names)))


def _read(
    root: Path, folders: Sequence[Path], track: Track, origin: Origin, known: Known = Kept, site: str = ""
) -> tuple[tuple[Deck, ...], list[Problem]]:
    if not folders:
        raise NoDeckError(str(root / "decks"))
    problems: list[Problem] = []
    files = all_folders(folders, root, problems, site)
    decks = tuple([_deck(*each, problems, track, origin, known(each[0])) for each in zip(folders, files, strict=True)])
    unread = {problem.place.path for problem in problems}
    whole = [deck for deck in decks if deck.lock.place.path not in unread]  # half a lock tells nothing of the past
    problems += chain.from_iterable(map(history_problems, whole))
    problems += [*shared_uids(decks), *shared_names(decks)]
    problems.extend(strays(root, folders, {note.id for deck in decks for note in missing_notes(deck)}))
    return decks, problems


def _deck(folder: Path, files: DeckFolder, problems: list[Problem], track: Track, origin: Origin, kept: Kept) -> Deck:
    """Return the deck in a folder: its files are read, its entries become notes, and these get their numbers."""
    setting = Setting(files.head.words, files.head.language, files.head.term_language)
    lock, chapters, made = origin(folder, files.head.uid, problems), list[ChapterFile](), list[Note]()
    for file in files.chapters(problems, kept.chapter, track):
        again = () if file.unread else all_numbered(notes(file, setting, problems), lock, problems)
        made += kept.notes(file.chapter, files.sources, lock) if file.unread else again
        chapters.append(replace(file, entries=()))
    return files.deck(chapters, tuple(made), lock)


def release(deck: Deck, clock: Clock, chapters: Sequence[str] = ()) -> Release:
    """Return the next release of a deck, or one in which only the named chapters change.

    `clock` gives the time of what changes. SchemaError where a note type has changed.
    """
    from flashgen.emit.anki.fields import writer
    from flashgen.emit.anki.notetype import drafted

    write = writer(deck)
    parts, lost = members(deck, write.deck_names), {note.id: note for note in missing_notes(deck)}
    chosen = [parts[stem] for stem in deck.stems(chapters)] if chapters else [*parts.values(), lost]
    ids = set(chain(*chosen))
    drafts = [write.drafted(note) for note in deck.notes if note.id in ids]
    drafts += [write.withdrawn(note) for id, note in lost.items() if id in ids]
    lock = next_lock(deck, drafted(deck, {draft.kind for draft in drafts}), drafts, clock)
    return Release(deck, lock, parts)


def outputs(of: Release, folder: Path, options: BuildOptions, track: Track = untracked) -> Iterator[Output]:
    """Yield the files of a release: the package of the whole deck, and what else is asked for."""
    from flashgen.emit.anki.outputs import packages, updates

    yield from packages(of, folder, options, track)
    if options.update:
        yield from updates(of, folder, options)


def plans(decks: Sequence[Deck], root: Path, since: str | None = None) -> "dict[str, Plan]":
    """Return what learners will see of the next release of each deck, by its name.

    They have the last release, or that of a package, which is of one of the decks, or of a git revision.
    NoRevisionError or NotOursError for neither.
    """
    from flashgen.history.plan import plan

    earlier = locks_since(decks, root, since)
    later = {deck.slug: release(deck, lambda newest: newest + 1).lock for deck in decks}
    return {deck.name: plan(earlier[deck.slug], later[deck.slug]) for deck in decks if deck.slug in earlier}


def sheets(decks: Sequence[Deck], chosen: "Choice", track: Track = untracked) -> "Printed":
    """Return the sheets of each deck that has what is chosen, and what is wrong with any; errors as `all_printed`."""
    from flashgen.emit.paper.sheets.printed import all_printed

    return all_printed(with_chapters(decks, chosen.part.chapters), chosen, track)


def sites(decks: Sequence[Deck], problems: Sequence[Problem], track: Track = untracked) -> dict[str, dict[str, bytes]]:
    """Return the pages of each deck's site by their names, with what was found beside the cards."""
    from flashgen.emit.web.site import site

    return {deck.slug: site(deck, problems) for deck in track(decks, "making pages")}


def exam_plan(deck: Deck, wish: "Wish") -> "StudyPlan":
    """Return the plan until an exam for a deck; errors as `task`."""
    from flashgen.study.plan import study_plan
    from flashgen.study.task import task

    return study_plan(task(deck, wish))


def preset_package(deck: Deck, plan: "StudyPlan") -> bytes:
    """Return what a deck still teaches, as last built, with the options of a plan.

    Who begins shall not meet withdrawn notes. NotBuiltError if the deck has changed since its last build.
    """
    from flashgen.emit.anki.apkg import package
    from flashgen.emit.anki.preset import preset

    of = release(deck, lambda newest: newest + 1)
    if of.changed:
        raise NotBuiltError(deck.name)
    taught = [note for note in of.lock.notes.values() if not note.withdrawn]
    return package(deck, of.lock, taught, False, preset=preset(deck, plan))
