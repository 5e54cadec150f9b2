"""Pictures as files: which can be shown on every client, and which SVGs are pictures and nothing more."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from flashgen.check.picture import excess, fault
from flashgen.check.rules.reading import large_media
from flashgen.check.svg import svg_faults
from tests.conftest import FORMULA, Project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}\n</svg>'


def picture(type: str, **options: object) -> bytes:
    """Return a picture of some type."""
    file = BytesIO()
    Image.radial_gradient("L").convert("RGB").save(file, type, **options)
    return file.getvalue()


TYPES = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}
MAKERS = {"MPO": {"save_all": True, "append_images": [Image.new("RGB", (9, 9))]}, "PNG": {"save_all": True}}


@pytest.mark.parametrize("ending", TYPES)
def test_a_whole_picture_is_fine_under_its_own_ending(ending: str) -> None:
    content = picture(TYPES[ending])
    assert fault(f"a.{ending}", content) is None
    assert fault(f"a.{ending.upper()}", content) is None


def test_what_a_telephone_makes_is_fine() -> None:
    assert fault("a.jpg", picture("MPO", **MAKERS["MPO"])) is None


@pytest.mark.parametrize("ending", TYPES)
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_picture_that_is_cut_off_is_found(ending: str, part: float) -> None:
    content = picture(TYPES[ending])
    found = fault(f"a.{ending}", content[: int(len(content) * part)])
    assert found == (f'the image "a.{ending}" is damaged or cut off', "save it anew as png, jpg, gif, svg or webp")


@pytest.mark.parametrize(
    "content", [b"", b"words", picture("TIFF"), picture("BMP"), picture("ICO"), b"\0\0\0 ftypheic"]
)
@pytest.mark.parametrize("ending", TYPES)
def test_what_is_no_picture_that_anki_shows_is_found(content: bytes, ending: str) -> None:
    found = fault(f"a.{ending}", content)
    assert found
    assert found[0] == f'the image "a.{ending}" is no picture of a type that Anki shows'


def test_a_picture_too_large_to_be_read_is_not_read() -> None:
    content = bytearray(picture("GIF"))
    content[6:10] = struct.pack("<HH", 12_000, 12_000)  # its size, as it tells it
    assert fault("a.gif", bytes(content)) is None
    assert excess("a.gif", bytes(content)) == "12,000 × 12,000 pixels"


def test_a_picture_of_another_type_gets_the_name_that_it_should_have() -> None:
    assert fault("a.b.png", picture("JPEG")) == (
        'the image "a.b.png" is of the type jpg',
        "rename it to a.b.jpg, here too",
    )


PLAIN = {
    "shapes": '<g id="a"><path d="M0 0h9" style="fill:#fff"/></g><use xlink:href="#a"/><use href="#a"/>',
    "a gradient": '<linearGradient id="g"/><rect fill="url(#g)" style="filter:url( \'#g\' )"/>',
    "a style": "<style>@font-face { src: url(data:font/woff2;base64,AA) } .a { fill: url(#g) }</style>",
    "a picture written out": '<image xlink:href="data:image/png;base64,AA"/><image href=""/>',
    "a link to a page": '<a xlink:href="https://example.org/"><text>once</text></a>',
    "a movement": '<animate attributeName="x" to="9"/><set attributeName="fill" to="red"/>',
    "words about code": "<text>javascript: url(x) @import onload=</text><desc>&lt;script&gt;</desc>",
    "what Inkscape adds": '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" onload="x">'
    '<s:script href="x"/></s:namedview>',
    "a licence": '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<r:li r:resource="http://example.org/"/></r:RDF></metadata>',
}


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_an_svg_that_only_draws_is_fine(content: str) -> None:
    assert svg_faults(SVG.format(content).encode()) == ("", "")


@pytest.mark.parametrize(
    "before",
    [
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Created with Inkscape -->\n',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg [<!ENTITY ns "http://ns.adobe.com/"> <!ATTLIST svg a CDATA "b">]>',
        '<?xpacket begin="x"?>',
        "\ufeff",
    ],
)
def test_what_drawing_programs_write_first_is_fine(before: str) -> None:
    assert svg_faults((before + SVG.format("<text>é</text>")).encode()) == ("", "")


def test_an_svg_may_have_another_encoding_or_prefix() -> None:
    assert svg_faults(SVG.format("<text>é</text>").encode("utf-16")) == ("", "")
    assert svg_faults(b'<v:svg xmlns:v="http://www.w3.org/2000/svg"><v:path/></v:svg>') == ("", "")


UNSAFE = {
    "a script": ("<script>alert(1)</script>", "<script>"),
    "a script of another prefix": ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "<script>"),
    "a script of HTML": ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "<script>"),
    "HTML": ('<metadata><h:b xmlns:h="http://www.w3.org/1999/xhtml"/></metadata>', "<b>"),
    "mathematics": ('<m:maction xmlns:m="http://www.w3.org/1998/Math/MathML"/>', "<maction>"),
    "a foreign object": ("<foreignObject/>", "<foreignObject>"),
    "a handler": ('<path onload="x"/>', "onload="),
    "a handler in capitals": ('<path ONCLICK="x"/>', "ONCLICK="),
    "a link that runs": ('<a xlink:href=" java&#9;script:x"><path/></a>', 'a link to " java\tscript:x"'),
    "a link that runs, in its own words": ('<a href="javascript:x"/>', 'a link to "javascript:x"'),
    "a picture elsewhere": ('<image href="https://example.org/a.png"/>', 'a link to "https://example.org/a.png"'),
    "a picture on the disk": ('<image xlink:href="file:///a.png"/>', 'a link to "file:///a.png"'),
    "an svg written out": ('<image href="data:image/svg+xml,x"/>', 'a link to "data:image/svg+xml,x"'),
    "a shape elsewhere": ('<use href="a.svg#b"/>', 'a link to "a.svg#b"'),
    "another base": ('<g xml:base="https://example.org/"/>', 'a link to "https://example.org/"'),
    "a movement of a link": ('<set attributeName="xlink:href" to="javascript:x"/>', "<set> of xlink:href"),
    "a movement of a handler": ('<animate attributeName="onload"/>', "<animate> of onload"),
    "a style elsewhere": ("<style>@import 'https://example.org/a.css';</style>", "a style that loads a file"),
    "a style in escapes": (r"<style>@\69mport 'a'; a { b: \75 rl(//a) }</style>", "a style that loads a file"),
    "a font elsewhere": ("<style>@font-face { src: url('//a/b.woff') }</style>", "a style that loads a file"),
    "a fill elsewhere": ('<path fill="url(https://example.org/a)"/>', "a style that loads a file"),
    "a style attribute": ('<path style="fill:url( &quot;a.svg#b&quot; )"/>', "a style that loads a file"),
    "a set of pictures": ("<style>a { b: image-set('a.png' 1x) }</style>", "a style that loads a file"),
}


@pytest.mark.parametrize(("content", "said"), UNSAFE.values(), ids=UNSAFE)
def test_an_svg_that_does_more_than_draw_is_refused_with_its_line(content: str, said: str) -> None:
    assert svg_faults(SVG.format(content).encode()) == ("", f"{said} in line 2")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n' + SVG.format("&x;"), "the entity x in line 1"),
        ('<!DOCTYPE svg [<!ENTITY % x "y">]>\n' + SVG.format(""), "the entity x in line 1"),
        ('<?xml-stylesheet href="a.css"?>\n' + SVG.format(""), "a style sheet of another file in line 1"),
        ('<!DOCTYPE svg [<!ENTITY x "<script/>">]>\n' + SVG.format("&x;"), "<script> in line 3"),
        ('<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x">]>\n' + SVG.format(""), "onload= in line 2"),
    ],
)
def test_what_stands_before_an_svg_may_not_bring_more_in(content: str, said: str) -> None:
    assert svg_faults(content.encode()) == ("", said)


LAUGHS = "<!DOCTYPE svg [<!ENTITY a 'ha'>{}]>".format(
    "".join(f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefghi", "bcdefghij", strict=True))
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is not XML in line 1"),
        ("words", "is not XML in line 1"),
        ("\x1f\x8b\x08", "is not XML in line 1"),
        (SVG.format("<g>"), "is not XML in line 3"),
        (SVG.format("&nbsp;"), "is not XML in line 2"),
        (LAUGHS + SVG.format("<text>&j;</text>"), "is not XML in line 2"),
        ('<?xml version="1.0" encoding="nowhere"?><svg/>', "is not XML in line 1"),
        ("<svg/>", 'does not begin with <svg xmlns="http://www.w3.org/2000/svg">'),
        ("<html/>", 'does not begin with <svg xmlns="http://www.w3.org/2000/svg">'),
    ],
)
def test_what_no_browser_would_draw_is_no_svg(content: str, said: str) -> None:
    assert svg_faults(content.encode()) == (said, "")


def test_all_images_of_a_deck_together_have_a_limit(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_media, "PACKAGE", 100)
    project.write("decks/small/a.png", picture("PNG"))
    assert project.problems(rule="large-media") == []
    project.entries(FORMULA + "    extra: '![a](a.png)'\n")
    assert project.problems(rule="large-media") == ["deck.yaml:1:7 large-media"]
