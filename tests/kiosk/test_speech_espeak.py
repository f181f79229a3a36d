"""eSpeak NG itself: every language, the time of every word, and sound where the marks say."""

import array
import itertools

import pytest

from content.authored import read_folder
from content.builtin import FOLDERS
from content.language import LANGUAGES
from content.spoken import page
from kiosk.speech.espeak import VOICES, Espeak
from kiosk.speech.follower import Follower, Mark
from kiosk.speech.passage import Line, passage
from kiosk.speech.voice import Beat, Sound, Voice
from kiosk.speech.voices import Voices
from ui.voice import Speed

RATE = 22050


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def spoken(espeak: Voice, line: Line, speed: Speed = "normal") -> tuple[array.array, list[Mark]]:
    """The samples and marks of a line."""
    pcm, marks, follower = array.array("h"), [], Follower(line.utterance)

    def hear(piece: Sound | Beat) -> bool:
        if isinstance(piece, Sound):
            pcm.frombytes(piece.pcm)
        else:
            marks.extend(follower.beat(piece))
        return True

    espeak.speak(line.utterance.text, line.language, speed, hear)
    return pcm, [*marks, *follower.end(len(pcm) * 1000 // RATE)]


def line_of(text: str, language: str) -> Line:
    from content.block import Block
    line, = passage([Block("paragraph", text)], language)
    return line


@pytest.mark.parametrize("language", VOICES)
def test_every_voice_of_the_table_is_there_and_sounds(espeak, language):
    assert espeak.rate(language) == RATE
    pcm, _ = spoken(espeak, line_of("A 112", language))
    assert max(pcm) > 3000


@pytest.mark.parametrize("language", ["ps", "ti", "ckb", "so", "rom", "xx", "", "de-simple", "../de"])
def test_a_language_without_a_voice_has_none(espeak, language):
    assert espeak.rate(language) is None


def test_languages_do_not_sound_alike(espeak):
    german, english = (spoken(espeak, line_of("Information", language))[0] for language in ("de", "en"))
    assert german != english


def test_slow_is_slower_and_fast_is_faster(espeak):
    line = line_of("Hier bekommen Sie Hilfe bei Fragen zu Ihrem Handy.", "de")
    slow, normal, fast = (len(spoken(espeak, line, speed)[0]) for speed in ("slow", "normal", "fast"))
    assert slow > 1.15 * normal > 1.3 * fast


def test_it_stops_when_it_is_told_to(espeak):
    heard: list[Sound | Beat] = []

    def hear(piece: Sound | Beat) -> bool:
        heard.append(piece)
        return len(heard) < 5
    espeak.speak("Wort " * 2000, "de", "normal", hear)
    assert len(heard) == 5


def test_what_the_listener_raises_is_not_lost_in_the_library(espeak):
    def hear(piece):
        raise ValueError("deaf")
    with pytest.raises(ValueError, match="deaf"):
        espeak.speak("Ein Wort", "de", "normal", hear)


def test_sound_begins_again_after_a_pause_where_the_mark_is(espeak):
    """Before words that follow a pause, silence ends within 50 ms of the mark."""
    pcm, marks = spoken(espeak, line_of("Eins, acht, elf, Hilfe, Auto, Wasser.", "de"))
    begins = [at for at in sound_begins(pcm) if at > 100]
    told = [mark.ms for mark in marks[1:]]
    assert len(told) == 5
    for ms in told:
        assert min(abs(ms - at) for at in begins) <= 50


def sound_begins(pcm: array.array) -> list[int]:
    """The milliseconds at which sound begins after at least 60 ms of silence."""
    step = RATE // 100
    loud = [max(map(abs, pcm[at:at + step])) > 300 for at in range(0, len(pcm) - step, step)]
    return [10 * at for at in range(6, len(loud)) if loud[at] and not any(loud[at - 6:at])]


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_every_guide_is_read_to_the_end_with_every_word_marked(language):
    espeak = Voices([Espeak])
    for guide in read_folder(FOLDERS["help"], "help", reject=lambda error: pytest.fail(str(error))):
        blocks = page(guide.texts[language])
        for line in passage(blocks, language):
            pcm, marks = spoken(espeak, line)
            assert len(pcm) > RATE // 10
            assert {(mark.start, mark.length) for mark in marks} == {
                (word.start, word.length) for word in line.utterance.words}
            assert all(before.ms <= after.ms for before, after in itertools.pairwise(marks))
            assert marks[-1].ms <= len(pcm) * 1000 // RATE
