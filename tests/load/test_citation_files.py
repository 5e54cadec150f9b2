"""Citations in files that reference managers export."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flashgen.languages.en import ENGLISH
from flashgen.load.source import read_source
from flashgen.model.citation import OTHERS, Citation, Name
from flashgen.model.problem import Problem
from flashgen.render.citation import cited
from tests.conftest import SOURCE, Project

WRITTEN = "citation:\n  title: Stalinism as Revolution from Above\n"

ZOTERO_BIB = r"""
@book{beauvoir_deuxieme_1949,
	address = {Paris},
	edition = {2},
	title = {Le {Deuxi{\`e}me} {Sexe}: {L'exp\'erience} v\'ecue},
	isbn = {978-2-07-020514-1},
	url = {https://example.org/a_b%20c},
	publisher = {{\'E}ditions {Gallimard}},
	author = {de Beauvoir, Simone and {\"O}zt{\"u}rk, Jr, Ay{\c s}e and {Academy of Sciences and Arts} and others},
	translator = {Goldstein, Ann},
	year = {1949},
	month = mar,
	keywords = {philosophy},
	file = {Full Text:/home/me/Zotero/storage/X/beauvoir.pdf:application/pdf},
}

@incollection{tucker_stalinism_1999,
	address = {New Brunswick},
	title = {Stalinism as {Revolution} from {Above}},
	booktitle = {Stalinism: {Essays} in {Historical} {Interpretation}},
	publisher = {Transaction Publishers},
	author = {Tucker, Robert C.},
	editor = {Tucker, Robert C.},
	year = {1999},
	pages = {77--108},
}

@article{keng_expanding_2017,
	title = {Expanding {College} {Access} in {Taiwan}},
	volume = {11},
	doi = {10.1086/690\_235},
	number = {1},
	journal = {Journal of Human Capital},
	author = {Keng, Shao-Hsun and Lin, Chun-Hung},
	year = {2017},
	pages = {1--34},
}

@misc{google_privacy_2017,
	title = {Privacy Policy},
	url = {https://www.google.com/policies/privacy/},
	howpublished = {\url{https://www.google.com/policies/privacy/}},
	author = {{Google}},
	urldate = {2017-05-01},
}

@phdthesis{rutz_king_2013,
	title = {{King} {Lear} and \textit{Its} Folktale Analogues},
	school = {University of Chicago},
	author = {Rutz, Cynthia Lillian},
	year = {2013},
}
"""

ZOTERO_BIBLATEX = r"""
@mvbook{schweitzer_bach_1966,
	location = {New York},
	title = {J. S. Bach},
	subtitle = {A Life},
	volumes = {2},
	series = {Great Lives},
	number = {7},
	publisher = {Dover},
	author = {Schweitzer, Albert},
	origdate = {1911},
	date = {1966-03-05},
	langid = {english},
}

@online{yale_facts_2017,
	title = {Facts},
	titleaddon = {About Yale},
	author = {{Yale University}},
	date = {2017},
	urldate = {2017-05-01},
	url = {https://www.yale.edu/facts},
}

@article{mead_prophet_2017,
	entrysubtype = {magazine},
	title = {The Prophet of Dystopia},
	journaltitle = {New Yorker},
	author = {family=Mead, given=Rebecca, prefix=de, useprefix=true},
	date = {2017-04-17},
}

@unpublished{leyen_letters_1950,
	title = {Letters},
	author = {von der Leyen, Anna},
	options = {useprefix=true},
	type = {Typescript},
	howpublished = {Typescript},
	library = {MS 12},
}

@report{nrc_carbon_2019,
	title = {Carbon},
	type = {Report},
	number = {12},
	institution = {Council},
	date = {2019},
}
"""

PRINTED = {
    ("a.bib#beauvoir_deuxieme_1949", ZOTERO_BIB): "Beauvoir, Simone de, Ayşe Öztürk Jr, Academy of Sciences and Arts, "
    "et al. *Le Deuxième Sexe: L’expérience vécue*. Translated by Ann Goldstein. 2nd ed. Paris: Éditions Gallimard, "
    "1949. <https://example.org/a_b%20c>.",
    ("a.bib#tucker_stalinism_1999", ZOTERO_BIB): "Tucker, Robert C. “Stalinism as Revolution from Above.” In "
    "*Stalinism: Essays in Historical Interpretation*, edited by Robert C. Tucker, 77–108. New Brunswick: Transaction "
    "Publishers, 1999.",
    ("A.BIB # keng_expanding_2017", ZOTERO_BIB): "Keng, Shao-Hsun, and Chun-Hung Lin. “Expanding College Access in "
    "Taiwan.” *Journal of Human Capital* 11, no. 1 (2017): 1–34. <https://doi.org/10.1086/690_235>.",
    ("a.bib#google_privacy_2017", ZOTERO_BIB): "Google. “Privacy Policy.” Accessed May 1, 2017. "
    "<https://www.google.com/policies/privacy/>.",
    ("a.bib#rutz_king_2013", ZOTERO_BIB): "Rutz, Cynthia Lillian. “King Lear and Its Folktale Analogues.” PhD diss., "
    "University of Chicago, 2013.",
    ("a.bib#schweitzer_bach_1966", ZOTERO_BIBLATEX): "Schweitzer, Albert. *J. S. Bach: A Life*. 2 vols. Great Lives 7. "
    "1911. Reprint, New York: Dover, 1966.",
    ("a.bib#yale_facts_2017", ZOTERO_BIBLATEX): "Yale University. “Facts.” About Yale, 2017. Accessed May 1, 2017. "
    "<https://www.yale.edu/facts>.",
    ("a.bib#mead_prophet_2017", ZOTERO_BIBLATEX): "de Mead, Rebecca. “The Prophet of Dystopia.” *New Yorker*, "
    "April 17, 2017.",
    ("a.bib#leyen_letters_1950", ZOTERO_BIBLATEX): "von der Leyen, Anna. “Letters.” Typescript.",
    ("a.bib#nrc_carbon_2019", ZOTERO_BIBLATEX): "*Carbon*. Report 12. Council, 2019.",
}

TUCKER = {
    "id": "http://zotero.org/users/1234/items/ABCD1234",
    "citation-key": "tucker1999",
    "type": "chapter",
    "title": '<i>Stalinism</i> as Revolution from <span class="nocase">Above</span>',
    "abstract": "Of no matter here.",
    "container-title": "Stalinism",
    "page": "77-108",
    "event-place": "New Brunswick",
    "issue": "",
    "author": [{"family": "Tucker", "given": "Robert C.", "isInstitution": False}],
    "editor": [{"literal": "Transaction", "multi": {"_key": {}}}],
    "translator": [],
    "issued": {"date-parts": [["1999", 3, 5]], "season": "2"},
    "original-date": {"date-parts": [[1977], [1978]]},
    "accessed": {"date-parts": [[]], "raw": "March 1999"},
}


def citation(project: Project, written: str, files: dict[str, str]) -> Citation:
    """Return the citation that is written in a source file beside others."""
    project.write("source/tucker-1999.yaml", SOURCE.replace(WRITTEN, f"citation: {written}\n"))
    for name, content in files.items():
        project.write(f"source/{name}", content)
    return project.deck().source.citation


def found(project: Project, written: str, files: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Return the problems that a citation has, with their places."""
    project.write("source/tucker-1999.yaml", SOURCE.replace(WRITTEN, f"citation: {written}\n"))
    for name, content in files.items():
        project.write(f"source/{name}", content)
    return [(str(it.place), it.rule, it.message, it.hint) for it in project.read()[1]]


@pytest.mark.parametrize(("written", "content"), PRINTED, ids=[written for written, _ in PRINTED])
def test_an_entry_of_bibtex_is_printed(written: str, content: str, project: Project) -> None:
    name = written.partition("#")[0].strip()
    read = citation(project, f"'{written}'", {name: content})
    assert cited(read, ENGLISH).words.replace("'", "’") == PRINTED[written, content]


def test_an_item_of_csl_json_is_read_and_what_is_not_printed_is_left_out(project: Project) -> None:
    read = citation(project, "a.json", {"a.json": json.dumps([TUCKER])})
    assert read == Citation(
        "Stalinism as Revolution from Above",
        "chapter",
        author=(Name("Tucker", "Robert C."),),
        editor=(Name(literal="Transaction"),),
        container_title="Stalinism",
        page="77-108",
        issued="1999-03-05",
        original_date="1977/1978",
        accessed="March 1999",
    )


@pytest.mark.parametrize("key", ["tucker1999", "http://zotero.org/users/1234/items/ABCD1234", "ABCD1234"])
def test_an_item_of_csl_json_goes_by_its_citation_key_or_its_id(key: str, project: Project) -> None:
    other = {"id": 7, "title": "Other", "type": "unheard-of"}
    assert citation(project, f"a.json#{key}", {"a.json": json.dumps([other, TUCKER])}).page == "77-108"
    assert citation(project, "a.json#7", {"a.json": json.dumps([other, TUCKER])}) == Citation("Other")


def test_the_only_item_of_a_file_needs_no_key(project: Project) -> None:
    assert citation(project, "a.json", {"a.json": json.dumps(TUCKER)}).page == "77-108"
    assert citation(project, "a b.bib", {"a b.bib": "@book{x, title={Y}, year={in press}}"}).issued == "in press"
    assert citation(project, "lib/a.bib", {"lib/a.bib": "@book{x, title={Y}}"}).title == "Y"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"{\'e} \c{c} \v{S} \o{} \ss{} \L{} \~n \k{a}", "é ç Š ø ß Ł ñ ą"),
        (r"A~B -- C --- ``d'' \& 100\% \_ \S 12", "A B – C — “d” & 100% _ §12"),
        (r"H$_2$O $10^{3}$ m$^{\textrm{2}}$ \emph{Hamlet} \href{http://x.y}{here}", "H2O 10^3 m2 Hamlet here"),
        (r"\foo{bar} {\textless}i{\textgreater}x{\textless}/i{\textgreater}", "bar x"),
        ("{" * 1000 + "x" + "}" * 1000, "{" * 1000 + "x" + "}" * 1000),
        (r"\href", r"\href"),
    ],
)
def test_latex_is_read_as_plain_words(written: str, expected: str, project: Project) -> None:
    assert citation(project, "a.bib", {"a.bib": f"@book{{x, title = {{{written}}}}}"}).title == expected


def test_names_without_parts_and_lists_that_go_on_are_kept(project: Project) -> None:
    authors = "Plato and {Barnes {\\&} Noble} and Ludwig van Beethoven and others"
    read = citation(project, "a.bib", {"a.bib": f"@book{{x, title={{Y}}, author={{{authors}}}}}"})
    beethoven = Name("Beethoven", "Ludwig", dropping="van")
    assert read.author == (Name("Plato"), Name(literal="Barnes & Noble"), beethoven, OTHERS)


TWO = "@book{tucker, title={A}}\n@book{daniels, title={B}}\n"
UNCLEAR = {
    "no file": ("a.bib", {}, "missing-file", "there is no source/a.bib", "export it from Zotero into source/"),
    "a file of nearly that name": ("a.bib", {"ab.bib": TWO}, "missing-file", "there is no source/a.bib", '"ab.bib"'),
    "another file": (
        "a.txt",
        {"a.txt": TWO},
        "bad-citation",
        '"a.txt" is not the name of a .json or .bib file',
        "title",
    ),
    "a file elsewhere": ("../a.bib", {}, "bad-citation", '"../a.bib" is not in source/', "copy the file into source/"),
    "an absolute path": ("/etc/a.bib", {}, "bad-citation", '"/etc/a.bib" is not in source/', "copy the file"),
    "a path of Windows": (r"C:\\a.bib", {}, "bad-citation", "is not in source/", "copy the file into source/"),
    "no key": ("a.bib", {"a.bib": TWO}, "bad-citation", "a.bib has 2 items, and no key says which", "tucker, daniels"),
    "many items and no key": (
        "a.bib",
        {"a.bib": "".join(f"@book{{k{number}, title={{A}}}}\n" for number in range(12))},
        "bad-citation",
        "a.bib has 12 items",
        "add # and the key of one: k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, …",
    ),
    "a misspelt key": ("a.bib#tuker", {"a.bib": TWO}, "bad-citation", 'a.bib has no item "tuker"', '"tucker"?'),
    "a key twice": (
        "a.bib#tucker",
        {"a.bib": TWO + TWO},
        "bad-citation",
        '2 items of a.bib have the key "tucker"',
        "key",
    ),
    "no item": (
        "a.bib",
        {"a.bib": "nothing"},
        "bad-citation",
        "a.bib has no item",
        "export the item from Zotero again",
    ),
    "no item of JSON": ("a.json", {"a.json": "[]"}, "bad-citation", "a.json has no item", "export"),
    "a comment": ("a.bib #tucker", {"a.bib": TWO}, "cut-by-comment", "reads everything after #", "quotes"),
}
BROKEN = {
    "BibTeX without an end": ("a.bib#x", {"a.bib": "\n@book{x, title = {A"}, "a.bib:2:1", "broken", "partner"),
    "an entry without title": (
        "a.bib",
        {"a.bib": "\n@book{x, year=1}"},
        "a.bib:2:1",
        'item "x" has no title',
        "add one",
    ),
    "JSON without an end": ("a.json", {"a.json": '[\n{"title": "A"'}, "a.json:2:14", "this is not JSON", "CSL JSON"),
    "JSON of something else": ("a.json", {"a.json": "[1]"}, "a.json:1:1", "is not CSL JSON", "CSL JSON"),
    "JSON of Zotero": ("a.json", {"a.json": '{"itemType": "book"}'}, "a.json:1:1", "is not CSL JSON", "CSL JSON"),
    "deep JSON": ("a.json", {"a.json": "[" * 100_000}, "a.json:1:1", "nested too deeply", "CSL JSON"),
    "an item without title": (
        "a.json#b",
        {"a.json": '[{"id":"a"},\n {"id":"b"}]'},
        "a.json:2:2",
        "no title",
        "add one",
    ),
    "an item without id": (
        "a.json",
        {"a.json": '\n{"type":"book"}'},
        "a.json:2:1",
        "this item has no title",
        "add one",
    ),
    "a title that is a list": ("a.json", {"a.json": '{"title":["A"]}'}, "a.json:1:1", '"title" must be a text', ""),
    "a date that is none": (
        "a.json",
        {"a.json": '{"title":"A","issued":{"date-parts":[["x"]]}}'},
        "a.json",
        "date",
        "",
    ),
}


@pytest.mark.parametrize(("written", "files", "rule", "message", "hint"), UNCLEAR.values(), ids=UNCLEAR)
def test_a_citation_that_names_no_item(
    written: str, files: dict[str, str], rule: str, message: str, hint: str, project: Project
) -> None:
    ((place, found_rule, said, cure),) = found(project, written, files)
    assert (place, found_rule) == ("source/tucker-1999.yaml:2:11", rule)
    assert message in said
    assert hint in cure


@pytest.mark.parametrize(("written", "files", "place", "message", "hint"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_broken_or_an_item_that_lacks_its_title(
    written: str, files: dict[str, str], place: str, message: str, hint: str, project: Project
) -> None:
    ((where, _, said, cure),) = found(project, written, files)
    assert where.startswith(f"source/{place}")
    assert message in said
    assert hint in cure


def test_a_broken_entry_beside_the_one_that_is_meant_is_no_matter(project: Project) -> None:
    assert found(project, "a.bib#tucker", {"a.bib": TWO + "@book{x, title = {A"}) == []
    assert citation(project, "a.bib#tucker", {"a.bib": "@book{tucker, title={A}, title={B}}"}).title == "A"


def test_a_file_behind_a_link_that_leaves_the_project_is_not_read(project: Project) -> None:
    (project.root.parent / "secret.bib").write_text("@book{x, title={Secret}}")
    (project.root / "source" / "a.bib").symlink_to(project.root.parent / "secret.bib")
    assert [rule for _, rule, _, _ in found(project, "a.bib", {})] == ["outside-link"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of which only the source is read."""
    root = tmp_path_factory.mktemp("root")
    (root / "source").mkdir()
    return root


def read(root: Path, name: str, content: bytes) -> tuple[Citation, list[Problem]]:
    """Return the citation that a source takes from a file, and the problems."""
    problems: list[Problem] = []
    (root / "source" / "x.yaml").write_text(f"label: X\npages: 1-2\ncitation: {name}\n")
    (root / "source" / name).write_bytes(content)
    source = read_source(root / "source" / "x.yaml", "x", root, problems)
    assert source
    assert all(problem.place.line > 0 and problem.message and problem.hint for problem in problems)
    assert source.citation.title or problems
    assert cited(source.citation, ENGLISH).words or problems
    return source.citation, problems


MARKS = st.text(st.sampled_from("ab{}\\\",= \n@#%$&~^_-'`[]é\x00\u200b"), max_size=60)
FIELDS = st.sampled_from(["author", "title", "date", "year", "month", "number", "pages", "url", "howpublished", "type"])


@given(st.sampled_from(["@book{a, title = {", "@book{a, author = ", "@book{", "@string{", "@comment{", ""]), MARKS)
def test_any_characters_may_stand_in_bibtex(root: Path, start: str, content: str) -> None:
    read(root, "a.bib", (start + content).encode())


@given(st.sampled_from(["article", "misc", "thesis", "mvbook", "online", "x"]), st.dictionaries(FIELDS, MARKS))
def test_any_characters_may_stand_in_the_fields_of_bibtex(root: Path, kind: str, values: dict[str, str]) -> None:
    fields = "".join(f", {key} = {{{value}}}" for key, value in values.items())
    read(root, "a.bib", f"@{kind}{{a{fields}}}".encode())


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
JSON = st.recursive(
    SCALARS,
    lambda values: (
        st.lists(values, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "author", "family", "issued", "date-parts", "raw", "id", "type", "page"]), values
        )
    ),
    max_leaves=8,
)


@given(JSON)
@example([{"title": "\ud800", "type": ["book"], "id": {}}])
@example({"title": "A", "author": [{"raw": "B"}, "C"], "issued": {"family": "D"}, "type": "\x00"})
def test_any_values_may_stand_in_csl_json(root: Path, content: object) -> None:
    read(root, "a.json", json.dumps(content).encode())


@given(st.sampled_from(["a.json", "a.bib"]), st.binary(max_size=40))
def test_any_bytes_may_stand_in_a_file_of_citations(root: Path, name: str, content: bytes) -> None:
    read(root, name, content)
