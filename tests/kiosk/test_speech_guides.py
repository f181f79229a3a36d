"""Every guide that comes along is read to its end in every language, through the real voice, faster than it sounds."""

import queue
from collections.abc import Iterator

import pytest

from content.authored import read_folder
from content.builtin import FOLDERS
from content.language import LANGUAGES
from content.record import Guide
from content.spoken import page
from kiosk.speech.event import Began, Done, Ended, Event, Failed, Heard, Marked, NoVoice
from kiosk.speech.passage import passage
from kiosk.speech.speaker import Speaker, speaker

STALL = 30.0


@pytest.fixture(scope="module")
def events() -> "queue.SimpleQueue[Event]":
    return queue.SimpleQueue()


@pytest.fixture(scope="module")
def voice(events: "queue.SimpleQueue[Event]", tmp_path_factory: pytest.TempPathFactory) -> Iterator[Speaker]:
    made = speaker(events.put, tmp_path_factory.mktemp("voices"))
    yield made
    made.close()


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_every_guide_is_read_to_its_end(voice: Speaker, events: "queue.SimpleQueue[Event]", language: str) -> None:
    guides = [record for record in read_folder(FOLDERS["help"], "help", reject=lambda error: pytest.fail(str(error)))
              if isinstance(record, Guide)]
    texts = [guide.texts[language] for guide in guides if language in guide.texts]
    assert texts
    for text in texts:
        expected = [line.block for line in passage(page(text), language)]
        voice.speak(passage(page(text), language), "fast")
        begun: list[int] = []
        lasted = marked = heard = 0
        while not isinstance(event := events.get(timeout=STALL), Done):
            assert not isinstance(event, NoVoice | Failed), text.title
            if isinstance(event, Began):
                voice.begun(event.line)
                begun.append(event.what.block)
            lasted += event.ms if isinstance(event, Ended) else 0
            heard += isinstance(event, Heard)
            marked += isinstance(event, Marked)
        assert begun == expected, text.title
        assert marked >= len(begun)
        assert lasted > 100 * len(begun)
        assert heard
