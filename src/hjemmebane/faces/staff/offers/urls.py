from django.urls import path

from hjemmebane.faces.staff.offers.views import citizen, directory

app_name = "offers"
urlpatterns = [
    path("samarbejde/tilbud/", directory.page, name="page"),
    path("samarbejde/tilbud/nyt/", directory.new, name="new"),
    path("samarbejde/tilbud/<uuid:offer_id>/", directory.edit, name="edit"),
    path("samarbejde/tilbud/<uuid:offer_id>/set-efter/", directory.checked, name="checked"),
    path("borgere/<uuid:citizen_id>/tilbud/", citizen.page, name="citizen"),
    path("borgere/<uuid:citizen_id>/tilbud/<uuid:offer_id>/", citizen.join, name="join"),
]
