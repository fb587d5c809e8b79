from django.urls import path

from hjemmebane.faces.staff.fidelity.views import checklist, figures, quarter

app_name = "fidelity"
urlpatterns = [
    path("dacts/", checklist.dacts, name="dacts"),
    path("dacts/regneark/", checklist.dacts_csv, name="dacts_csv"),
    path("dacts/gem/", checklist.keep, name="keep"),
    path("dacts/<slug:code>/", checklist.rate, name="rate"),
    path("forudsaetninger/", checklist.page, name="page"),
    path("forudsaetninger/<slug:code>/", checklist.judge, name="judge"),
    path("efterlevelse/", checklist.logged, name="logged"),
    path("kvartal/", quarter.page, name="quarter"),
    path("kvartal/papir/", quarter.paper, name="quarter_paper"),
    path("kvartal/svar/", quarter.assess, name="assess"),
    path("kvartal/samtale/", quarter.talk, name="talk"),
    path("kvartal/afslut/", quarter.close, name="close"),
    path("figurer/", figures.page, name="figures"),
    path("figurer/papir/", figures.paper, name="figures_paper"),
]
