"""Addresses of feeds, garbled as they come, become something a phone can follow, or nothing."""

import pytest

from content.link import email, phone, target, website


@pytest.mark.parametrize(("written", "address"), [
    ("www.a.example", "https://www.a.example"), ("http://a.example/x y", "http://a.example/x%20y"),
    (" https://a.example/ü?q=1#z ", "https://a.example/%C3%BC?q=1#z"), ("a.example", "https://a.example"),
    ("", ""), ("-", ""), ("keine", ""), ("ftp://a.example", ""), ("javascript:alert(1)", ""), ("http://[::1", ""),
    ("http://user:secret@a.example", ""), ("https://a.example/" + "x" * 2000, ""),
])
def test_websites(written: str, address: str) -> None:
    assert website(written) == address


@pytest.mark.parametrize(("written", "address"), [
    ("amt@a.example", "amt@a.example"), ("Mail: amt@a.example.", "amt@a.example"), ("a%40b", ""),
    ("amt (at) a.example", ""),
    ("a@b", ""), ("", ""), ("anna.bär+1@müller-amt.example;b@c.example", "anna.bär+1@müller-amt.example"),
])
def test_mail(written: str, address: str) -> None:
    assert email(written) == address


@pytest.mark.parametrize(("written", "number"), [
    ("0451  1 23", "0451 1 23"), ('"+44 1234 234567"', "+44 1234 234567"), ("112", "112"),
    ("(800) 370-LEAD", "(800) 370-LEAD"),
    ("(410)    -", ""), ("", ""), ("-", ""), ("siehe oben", ""), ("11", ""),
])
def test_phones(written: str, number: str) -> None:
    assert phone(written) == number


@pytest.mark.parametrize(("href", "words", "address"), [
    ("tel:0451/122-0", "", "tel:04511220"), ("tel:+49%C2%A03023125199", "", "tel:+493023125199"),
    ("tel:+49 (0)451 122", "", "tel:+49451122"), ("tel:12", "", ""), ("TEL:116117", "", "tel:116117"),
    ("mailto:a@b.example?subject=x", "", "mailto:a@b.example"), ("mailto:", "a@b.example", "mailto:a@b.example"),
    ("mailto:", "Schreiben", ""), ("https://a.example/mailto:x@b.example", "", "mailto:x@b.example"),
    ("x@b.example", "", "mailto:x@b.example"), ("geo:53.8,10.6", "", "geo:53.8,10.6"), ("geo:Ort", "", ""),
    ("#oben", "", ""), ("/seite", "", ""), ("seite.html", "", ""), ("//a.example", "", ""),
    ("data:text/html,x", "", ""),
])
def test_targets_of_links(href: str, words: str, address: str) -> None:
    assert target(href, words) == address
