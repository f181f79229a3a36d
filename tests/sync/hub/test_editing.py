"""The pages that editors use, where a city has put them."""

from tests.fakes.hub_server import City, hub_server


def test_the_pages_of_kinto_admin_are_served_from_the_folder_of_the_settings(tmp_path):
    pages = tmp_path / "kinto-admin"
    pages.mkdir()
    (pages / "VERSION").write_text("6.6.0")
    (pages / "index.html").write_text("<title>Kinto Administration</title>")
    (pages / "script.js").write_text("1")
    with hub_server(tmp_path / "hub", admin=str(pages)) as server:
        city = City(tmp_path / "hub" / "hub.toml", server)
        assert "Kinto Administration" in city.ask("GET", "/admin/").text
        assert city.ask("GET", "/admin/script.js").text == "1"
        assert city.ask("GET", "/").json()["capabilities"]["admin"]["version"] == "6.6.0"


def test_without_them_nothing_is_served_there(city):
    assert city.ask("GET", "/admin/").status_code == 404
