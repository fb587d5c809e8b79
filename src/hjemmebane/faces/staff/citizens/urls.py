from django.urls import path

from hjemmebane.faces.staff.citizens.views import (
    life,
    master_data,
    network,
    overview,
    protected,
    search,
    starting,
    timeline,
)

app_name = "citizens"
CITIZEN = "borgere/<uuid:citizen_id>"
urlpatterns = [
    path("find/", search.search, name="search"),
    path("borgere/nyt-forloeb/", starting.new, name="new"),
    path(f"{CITIZEN}/nyt-forloeb/", starting.again, name="again"),
    path(f"{CITIZEN}/", overview.overview, name="overview"),
    path(f"{CITIZEN}/kontaktperson/", overview.choose_primary, name="choose_primary"),
    path(f"{CITIZEN}/livssituation/<slug:area>/", life.describe, name="describe"),
    path(f"{CITIZEN}/tidslinje/", timeline.page, name="timeline"),
    path(f"{CITIZEN}/stamdata/", master_data.edit, name="edit"),
    path(f"{CITIZEN}/adresse/", protected.address, name="address"),
    path(f"{CITIZEN}/personnummer/", protected.cpr, name="cpr"),
    path(f"{CITIZEN}/netvaerk/", network.page, name="network"),
    path(f"{CITIZEN}/netvaerk/<slug:kind>/ny/", network.new, name="around_new"),
    path(f"{CITIZEN}/netvaerk/<slug:kind>/<uuid:person_id>/", network.edit, name="around_edit"),
    path(
        f"{CITIZEN}/netvaerk/<slug:kind>/<uuid:person_id>/fjern/",
        network.remove,
        name="around_remove",
    ),
]
