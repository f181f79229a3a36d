"""What tests of feeds share."""

from collections.abc import Iterator

import pytest

from tests.fakes.feed_server import FeedServer, feed_server


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A feed on loopback."""
    with feed_server() as running:
        yield running
