"""The icon that browsers ask for on their own."""

from django.contrib.staticfiles import finders
from django.test import Client


def test_icon_is_sent_on_to_the_one_of_the_house(db):
    response = Client().get("/favicon.ico")

    assert (response.status_code, response["Location"]) == (302, "/static/design/icon.svg")
    assert finders.find("design/icon.svg")
