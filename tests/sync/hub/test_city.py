"""One command at a time works on a hub."""

import threading

import pytest

from sync.hub.city import working
from sync.hub.kinto import HubError


def test_who_comes_while_another_works_waits_for_it(city):
    done, order = threading.Event(), list[str]()

    def second():
        with working(city.settings):
            order.append("second")
        done.set()

    with working(city.settings):
        thread = threading.Thread(target=second)
        thread.start()
        assert not done.wait(0.5)
        order.append("first")
    thread.join(timeout=30)
    assert order == ["first", "second"]


def test_who_waited_in_vain_is_told(city):
    with working(city.settings), pytest.raises(HubError, match="another command"), working(city.settings, wait=0):
        pass
