"""Messages in the form that Anki keeps presets in: what is there, what is not, and what is no message."""

import pytest
from anki.deck_config_pb2 import DeckConfig

from flashgen.load.collection.wire import floats, message, number

SOUND = DeckConfig.Config(
    learn_steps=[1.0, 10.0],
    new_per_day=4000,
    desired_retention=0.8,
    fsrs_params_6=[0.5, 2.5, 8.25],
    easy_days_percentages=[1.0] * 7,
    other=bytes(300),
).SerializeToString()


def test_numbers_lists_and_messages_are_found_by_their_fields() -> None:
    assert number(SOUND, 9) == 4000
    assert floats(SOUND, 6) == (0.5, 2.5, 8.25)
    assert message(SOUND, 255) == bytes(300)


def test_what_is_not_there_is_nothing() -> None:
    assert (number(SOUND, 99), floats(SOUND, 5), message(SOUND, 77)) == (0, (), b"")


def test_a_value_of_eight_bytes_is_passed_over() -> None:
    assert number(b"\x09" + bytes(8) + b"\x10\x05", 2) == 5


@pytest.mark.parametrize("torn", [b"\x0a\x05abc", b"\x08\xff", b"\x0d\x00", b"\x0b", b"\x32\x03abc"])
def test_what_is_torn_is_an_error_and_never_a_value(torn: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        floats(torn, 6)
