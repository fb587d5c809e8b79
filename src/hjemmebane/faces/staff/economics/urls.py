from django.urls import path

from hjemmebane.faces.staff.economics.views import costings, files, keeping, scenarios, sizing

app_name = "economics"
urlpatterns = [
    path("", costings.page, name="page"),
    path("ny/", costings.new, name="new"),
    path("hent/", files.bring_costing, name="bring"),
    path("sammenlign/", costings.compare, name="compare"),
    path("teams/", sizing.sizing, name="sizing"),
    path("teams/pdf/", sizing.paper, name="sizing_paper"),
    path("scenarier/", scenarios.page, name="scenarios"),
    path("scenarier/nyt/", scenarios.new, name="scenario_new"),
    path("scenarier/hent/", files.bring_scenario, name="scenario_bring"),
    path("scenarier/offentliggjort/<slug:code>/", scenarios.published, name="published"),
    path(
        "scenarier/offentliggjort/<slug:code>/fil/<slug:form>/",
        files.published,
        name="published_file",
    ),
    path("scenarier/<uuid:scenario_id>/", scenarios.one, name="scenario"),
    path("scenarier/<uuid:scenario_id>/ret/", scenarios.edit, name="scenario_edit"),
    path("scenarier/<uuid:scenario_id>/fil/<slug:form>/", files.scenario, name="scenario_file"),
    path(
        "scenarier/<uuid:scenario_id>/laeg-vaek/",
        keeping.put_away_scenario,
        name="scenario_put_away",
    ),
    path(
        "scenarier/<uuid:scenario_id>/tag-frem/", keeping.take_up_scenario, name="scenario_take_up"
    ),
    path("<uuid:costing_id>/laeg-vaek/", keeping.put_away_costing, name="put_away"),
    path("<uuid:costing_id>/tag-frem/", keeping.take_up_costing, name="take_up"),
    path("<uuid:costing_id>/", costings.one, name="costing"),
    path("<uuid:costing_id>/ret/", costings.edit, name="edit"),
    path("<uuid:costing_id>/fil/<slug:form>/", files.costing, name="file"),
]
