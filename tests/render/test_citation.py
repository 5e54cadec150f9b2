"""Citations as a bibliography has them; most are examples of the Chicago Manual of Style, 17th edition."""

from dataclasses import replace

import pytest

from flashgen.languages.en import ENGLISH
from flashgen.languages.fr import FRENCH
from flashgen.model.citation import OTHERS, Citation, Name
from flashgen.model.source import NO_SOURCE
from flashgen.render.citation import cited, cited_sources
from flashgen.render.text import inline

TUCKER = Name("Tucker", "Robert C.")
FAMILIES = ("Bay", "Rose", "Barrett", "Bernatchez", "Ghalambor", "Lasky", "Brem", "Palumbi", "Ralph", "Lo", "Kim")

BOOKS = {
    "Smith, Zadie. *Swing Time*. New York: Penguin Press, 2016.": Citation(
        "Swing Time",
        "book",
        author=(Name("Smith", "Zadie"),),
        publisher_place="New York",
        publisher="Penguin Press",
        issued="2016-11-15",
    ),
    "Grazer, Brian, and Charles Fishman. *A Curious Mind*. New York: Simon & Schuster, 2015.": Citation(
        "A Curious Mind",
        author=(Name("Grazer", "Brian"), Name("Fishman", "Charles")),
        publisher_place="New York",
        publisher="Simon & Schuster",
        issued="2015",
    ),
    "D’Agata, John, ed. *The Making of the American Essay*. Minneapolis: Graywolf Press, 2016.": Citation(
        "The Making of the American Essay",
        editor=(Name("D’Agata", "John"),),
        publisher_place="Minneapolis",
        publisher="Graywolf Press",
        issued="2016",
    ),
    "Kurland, Philip B., and Ralph Lerner, eds. *The Founders’ Constitution*. Chicago: University of Chicago Press, "
    "1987. <http://press-pubs.uchicago.edu/founders/>.": Citation(
        "The Founders’ Constitution",
        editor=(Name("Kurland", "Philip B."), Name("Lerner", "Ralph")),
        publisher_place="Chicago",
        publisher="University of Chicago Press",
        issued="1987",
        accessed="2016-03-28",
        url="http://press-pubs.uchicago.edu/founders/",
    ),
    "Lahiri, Jhumpa. *In Other Words*. Translated by Ann Goldstein. New York: Alfred A. Knopf, 2016.": Citation(
        "In Other Words",
        author=(Name("Lahiri", "Jhumpa"),),
        translator=(Name("Goldstein", "Ann"),),
        publisher_place="New York",
        publisher="Alfred A. Knopf",
        issued="2016",
    ),
    "Austen, Jane. *Pride and Prejudice*. New York: Penguin Classics, 2007. Kindle.": Citation(
        "Pride and Prejudice",
        author=(Name("Austen", "Jane"),),
        publisher_place="New York",
        publisher="Penguin Classics",
        issued="2007",
        medium="Kindle",
    ),
    "Strunk, William, Jr., and E. B. White. *The Elements of Style*. 4th ed. New York: Allyn and Bacon, "
    "2000.": Citation(
        "The Elements of Style",
        author=(Name("Strunk", "William", suffix="Jr."), Name("White", "E. B.")),
        edition="4",
        publisher_place="New York",
        publisher="Allyn and Bacon",
        issued="2000",
    ),
    "Adorno, Theodor W., and Walter Benjamin. *The Complete Correspondence, 1928–1940*. Edited by Henri Lonitz. "
    "Translated by Nicholas Walker. Cambridge, MA: Harvard University Press, 1999.": Citation(
        "The Complete Correspondence, 1928–1940",
        author=(Name("Adorno", "Theodor W."), Name("Benjamin", "Walter")),
        editor=(Name("Lonitz", "Henri"),),
        translator=(Name("Walker", "Nicholas"),),
        publisher_place="Cambridge, MA",
        publisher="Harvard University Press",
        issued="1999",
    ),
    "Byrne, Muriel St. Clare, ed. *The Lisle Letters*. 6 vols. Chicago: University of Chicago Press, 1981.": Citation(
        "The Lisle Letters",
        editor=(Name("Byrne", "Muriel St. Clare"),),
        number_of_volumes="6",
        publisher_place="Chicago",
        publisher="University of Chicago Press",
        issued="1981",
    ),
    "*The Decline and Fall*. Vol. 1. London, 1776.": Citation(
        "The Decline and Fall", volume="1", number_of_volumes="6", publisher_place="London", issued="1776"
    ),
    "Pelikan, Jaroslav. *Christian Doctrine and Modern Culture (since 1700)*. Vol. 5 of *The Christian Tradition*. "
    "Chicago: University of Chicago Press, 1989.": Citation(
        "Christian Doctrine and Modern Culture (since 1700)",
        author=(Name("Pelikan", "Jaroslav"),),
        volume="5",
        container_title="The Christian Tradition",
        publisher_place="Chicago",
        publisher="University of Chicago Press",
        issued="1989",
    ),
    "Tillich, Paul. *Systematic Theology*. Chicago: University of Chicago Press, 1951–1963.": Citation(
        "Systematic Theology",
        author=(Name("Tillich", "Paul"),),
        publisher_place="Chicago",
        publisher="University of Chicago Press",
        issued="1951/1963",
    ),
    "Emerson, Ralph Waldo. *Nature*. 1836. Reprint, Boston: Beacon, 1985.": Citation(
        "Nature",
        author=(Name("Emerson", "Ralph Waldo"),),
        original_date="1836",
        publisher_place="Boston",
        publisher="Beacon",
        issued="1985",
    ),
    "Plato. *Republic*. Translated by G. M. A. Grube. Rev. ed. Indianapolis: Hackett, 1992. "
    "First published 380 BC.": Citation(
        "Republic",
        "classic",
        author=(Name("Plato"),),
        translator=(Name("Grube", "G. M. A."),),
        edition="Rev. ed.",
        publisher_place="Indianapolis",
        publisher="Hackett",
        issued="1992",
        original_date="-0380",
    ),
    "Heldin, trans. *Beowulf*. Second ed. Old Texts 2. First published 1815. Pp. 3–18.": Citation(
        "Beowulf",
        translator=(Name("Heldin"),),
        edition="Second",
        collection_title="Old Texts",
        collection_number="2",
        original_date="1815",
        page="3-18",
    ),
    "*Die Edda*. Vol. 2. Jena.": Citation("Die Edda", volume="2", publisher_place="Jena"),
    "Marx, Karl. *Das Kapital*. Report 23. Berlin: Dietz, 1962.": Citation(
        "Das Kapital",
        "report",
        author=(Name("Marx", "Karl"),),
        genre="Report",
        number="23",
        publisher_place="Berlin",
        publisher="Dietz",
        issued="1962",
    ),
}

PARTS = {
    "Thoreau, Henry David. “Walking.” In *The Making of the American Essay*, edited by John D’Agata, 167–95. "
    "Minneapolis: Graywolf Press, 2016.": Citation(
        "Walking",
        "chapter",
        author=(Name("Thoreau", "Henry David"),),
        container_title="The Making of the American Essay",
        editor=(Name("D’Agata", "John"),),
        page="167-95",
        publisher_place="Minneapolis",
        publisher="Graywolf Press",
        issued="2016",
    ),
    "Tucker, Robert C. “Stalinism as Revolution from Above.” In *Stalinism*, edited by Robert C. Tucker, 77–108. 1977. "
    "Reprint, New Brunswick: Transaction Publishers, 1999.": Citation(
        "Stalinism as Revolution from Above",
        author=(TUCKER,),
        container_title="Stalinism",
        editor=(TUCKER,),
        page="77--108",
        original_date="1977",
        publisher_place="New Brunswick",
        publisher="Transaction Publishers",
        issued="1999",
    ),
    "“Who Is Who?” In *Plays*, by Anton Chekhov, vol. 2, translated by Ann Dunnigan.": Citation(
        "Who Is Who?",
        "chapter",
        container_title="Plays",
        container_author=(Name("Chekhov", "Anton"),),
        volume="2",
        translator=(Name("Dunnigan", "Ann"),),
    ),
    "“Notes.” In *Papers*, edited by Ann Lo and Ben Kim.": Citation(
        "Notes", "chapter", container_title="Papers", editor=(Name("Lo", "Ann"), Name("Kim", "Ben"))
    ),
    "“Notes.” Pp. 3–4.": Citation("Notes", "entry", page="3–4"),
    "“Notes.” P. 3.": Citation("Notes", "entry", page="3"),
    "Bay, Rachael A., Noah Rose, and Rowan Barrett. “Predicting Responses.” *American Naturalist* 189, no. 5 "
    "(May 2017): 463–73. <https://doi.org/10.1086/691233>.": Citation(
        "Predicting Responses",
        "article-journal",
        author=(Name("Bay", "Rachael A."), Name("Rose", "Noah"), Name("Barrett", "Rowan")),
        container_title="American Naturalist",
        volume="189",
        issue="5",
        issued="2017-05-02",
        page="463-73",
        doi="https://doi.org/10.1086/691233",
        url="https://www.jstor.org/stable/1",
        accessed="2020-01-01",
    ),
    "Satterfield, Susan. “Livy and the ‘Pax Deum.’” *Classical Philology*, no. 2 (2016).": Citation(
        'Livy and the "Pax Deum"',
        author=(Name("Satterfield", "Susan"),),
        container_title="Classical Philology",
        issue="2",
        issued="2016",
    ),
    "LaSalle, Peter. “Conundrum.” *New England Review* 38.": Citation(
        "Conundrum",
        "article-journal",
        author=(Name("LaSalle", "Peter"),),
        container_title="New England Review",
        volume="38",
    ),
    "Mead, Rebecca. “The Prophet of Dystopia.” *New Yorker*, April 17, 2017.": Citation(
        "The Prophet of Dystopia",
        "article-magazine",
        author=(Name("Mead", "Rebecca"),),
        container_title="New Yorker",
        issued="2017-04-17",
    ),
}

OTHERS_OF_CHICAGO = {
    "Rutz, Cynthia Lillian. “King Lear and Its Folktale Analogues.” PhD diss., University of Chicago, 2013.": Citation(
        "King Lear and Its Folktale Analogues",
        "thesis",
        author=(Name("Rutz", "Cynthia Lillian"),),
        genre="PhD diss.",
        publisher="University of Chicago",
        issued="2013-06",
    ),
    "Google. “Privacy Policy.” Privacy & Terms, April 17, 2017. Accessed May 1, 2017. "
    "<https://www.google.com/policies/privacy/>.": Citation(
        "Privacy Policy",
        "webpage",
        author=(Name(literal="Google"),),
        container_title="Privacy & Terms",
        publisher="Privacy & Terms",
        issued="2017-04-17",
        accessed="2017-05-01",
        url="https://www.google.com/policies/privacy/",
    ),
    "Yale University. “About Yale: Yale Facts.” Accessed May 1, 2017. <https://www.yale.edu/about_yale>.": Citation(
        "About Yale: Yale Facts",
        "webpage",
        author=(Name(literal="Yale University"),),
        accessed="2017-05-01",
        url="https://www.yale.edu/about_yale",
    ),
    "Homeland Security Act of 2002, Pub. L. No. 107-296, 116 Stat. 2135 (2002).": Citation(
        "Homeland Security Act of 2002",
        "legislation",
        number="Pub. L. No. 107-296",
        volume="116",
        container_title="Stat.",
        page="2135",
        issued="2002-11-25",
    ),
    "Zivilgesetzbuch, Amtsblatt, pp. 12–15 (1907).": Citation(
        "Zivilgesetzbuch", "legislation", container_title="Amtsblatt", page="12-15", issued="1907-12-10"
    ),
    "Landrecht, Amtsblatt (1794).": Citation("Landrecht", "legislation", container_title="Amtsblatt", issued="1794"),
    "Bürgerliches Gesetzbuch, § 12. gesetze-im-internet.de/bgb.": Citation(
        "Bürgerliches Gesetzbuch", "legislation", section="12", url="gesetze-im-internet.de/bgb"
    ),
    "*Brown v. Board of Education*, 347 U.S. 483 (Supreme Court 1954).": Citation(
        "Brown v. Board of Education",
        "legal_case",
        volume="347",
        container_title="U.S.",
        page="483",
        authority="Supreme Court",
        issued="1954",
    ),
    "Purcell, Joseph. “A Map of the Southern Indian District of North America.” Ca. 1772. MS 228, Ayer Collection, "
    "Newberry Library, Chicago.": Citation(
        "A Map of the Southern Indian District of North America",
        "map",
        author=(Name("Purcell", "Joseph"),),
        issued="ca. 1772",
        call_number="MS 228",
        archive_collection="Ayer Collection",
        archive="Newberry Library",
        archive_place="Chicago",
    ),
}

NAMES = {
    "Beauvoir, Simone de.": (Name("Beauvoir", "Simone", dropping="de"),),
    "de Gaulle, Charles.": (Name("Gaulle", "Charles", particle="de"),),
    "King, Martin Luther, Jr.": (Name("King", "Martin Luther", suffix="Jr."),),
    "Smith, Ann, and Simone de Beauvoir.": (Name("Smith", "Ann"), Name("Beauvoir", "Simone", dropping="de")),
    "夏目漱石.": (Name("夏目", "漱石"),),
    "Smith, Ann, et al.": (Name("Smith", "Ann"), OTHERS),
    "Bay, Rose, Barrett, Bernatchez, Ghalambor, Lasky, Brem, Palumbi, Ralph, and Lo.": tuple(map(Name, FAMILIES[:10])),
    "Bay, Rose, Barrett, Bernatchez, Ghalambor, Lasky, Brem, et al.": tuple(map(Name, FAMILIES)),
}

DATES = {
    "1999": "1999",
    "1999-03": "March 1999",
    "1999-3-5": "March 5, 1999",
    "1999-03-05/1999-04-01": "March 5, 1999–April 1, 1999",
    "1999/1999": "1999",
    "-0044-03-15": "March 15, 44 BC",
    "1968-72": "1968–72",
    "1999-13": "1999–13",
    "Spring 1999": "Spring 1999",
    "ca. 1200-1250": "ca. 1200–1250",
    "1/2/3": "1/2/3",
    "forthcoming/1999": "forthcoming/1999",
}

EDITIONS = {
    "1": "1st ed.",
    "2": "2nd ed.",
    "2nd": "2nd ed.",
    "3.": "3rd ed.",
    "2nd ed": "2nd ed.",
    "2 edition": "2nd ed.",
    "11": "11th ed.",
    "112": "112th ed.",
    "23": "23rd ed.",
    "10": "10th ed.",
    "Rev. ed.": "Rev. ed.",
    "Student edition": "Student edition",
    "Revised": "Revised ed.",
}


@pytest.mark.parametrize(("expected", "citation"), (BOOKS | PARTS | OTHERS_OF_CHICAGO).items())
def test_an_entry_of_a_bibliography(expected: str, citation: Citation) -> None:
    assert cited(citation, ENGLISH).words.replace("\\&", "&").replace("\\_", "_") == expected


@pytest.mark.parametrize(("expected", "people"), NAMES.items())
def test_names_begin_an_entry(expected: str, people: tuple[Name, ...]) -> None:
    assert cited(Citation("Title", author=people), ENGLISH).words == f"{expected} *Title*."


@pytest.mark.parametrize(("written", "expected"), DATES.items())
def test_a_date_is_in_the_words_of_the_language(written: str, expected: str) -> None:
    said = cited(Citation("Title", "article-newspaper", issued=written), ENGLISH)
    assert said.words == f"“Title.” {expected}."


@pytest.mark.parametrize(("written", "expected"), EDITIONS.items())
def test_an_edition_is_an_ordinal_or_a_name(written: str, expected: str) -> None:
    said = cited(Citation("Title", edition=written), ENGLISH).words
    assert said == f"*Title*. {expected if expected.endswith('.') else f'{expected}.'}"


def test_a_title_is_enough() -> None:
    assert cited(Citation("Domostroi"), ENGLISH).words == "*Domostroi*."
    assert cited(Citation(""), ENGLISH).words == ""


def test_what_is_markdown_or_html_elsewhere_is_plain_here() -> None:
    citation = Citation("2*3*4 <b>_x_</b> [a](b) `c` {{d}}", url="javascript:alert(1)")
    assert inline(cited(citation, ENGLISH), "") == (
        "<em>2*3*4 &lt;b&gt;_x_&lt;/b&gt; [a](b) `c` {<!-- -->{d}<!-- -->}</em>. javascript:alert(1)."
    )
    assert '<a href="https&#58;//x.y/a_b">https://x.y/a_b</a>' in inline(
        cited(replace(citation, url="https://x.y/a_b"), ENGLISH), ""
    )


def test_french_has_its_spaces() -> None:
    citation = Citation("Vivre", "article-journal", container_title="Esprit", volume="2", page="3-9", issued="1950-08")
    assert cited(citation, FRENCH).words == "«\u202fVivre\u202f». *Esprit* 2 (août 1950)\u00a0: 3–9."
    book = Citation("Vivre", publisher="Seuil", publisher_place="Paris", edition="2")
    assert cited(book, FRENCH).words == "*Vivre*. 2e éd. Paris\u00a0: Seuil."


def test_another_language_has_its_own_stop_quotes_and_endings() -> None:
    words = replace(
        ENGLISH,
        open_quote="„",
        close_quote="“",
        open_inner="‚",
        close_inner="‘",
        end_of_quote="“.",
        ordinals=(".",),
        edition="{edition} Aufl.",
    )
    citation = Citation('Das "Kapital"', "chapter", container_title="Werke", edition="23")
    assert cited(citation, words).words == "„Das ‚Kapital‘“. In *Werke*. 23. Aufl."


def test_the_citations_of_several_sources_are_parted_by_dots() -> None:
    one, other = (replace(NO_SOURCE, citation=Citation(title)) for title in ("Emile", "Candide"))
    assert cited_sources((one, other), ENGLISH).words == "*Emile*. · *Candide*."
    assert cited_sources((one,), ENGLISH).words == "*Emile*."
