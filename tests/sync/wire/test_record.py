"""Keys and digests of records: the same on both sides, whatever the order in which a server writes the fields."""

import json

from hypothesis import given
from hypothesis import strategies as st

from sync.wire.record import canonical, collection_of, digest_of, key_of

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=4), max_leaves=12)
records = st.dictionaries(texts, values, max_size=5)


def test_a_key_is_sha256_of_the_id() -> None:
    assert key_of("stadt:/ä/1") == "7425aef1a0c9784e244229c2488172875635efdbea74b2016235832fe4c360d2"


@given(records)
def test_the_order_of_fields_says_nothing(record: dict[str, object]) -> None:
    again = json.loads(json.dumps(dict(reversed(list(record.items())))))
    assert canonical(again) == canonical(record)


def test_canonical_json_has_sorted_keys_no_blanks_and_utf_8() -> None:
    assert canonical({"b": [1, 2.5, None], "ä": "ß", "a": {"y": "", "x": True}}) == (
        '{"a":{"x":true,"y":""},"b":[1,2.5,null],"ä":"ß"}'.encode())
    assert digest_of({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_collections_go_by_type() -> None:
    assert [collection_of({"type": name}) for name in ("offer", "guide", "other")] == ["offers", "guides", ""]
    assert not collection_of({})
