from django.urls import include, path

from hjemmebane.faces.staff.plans import item_views, verb_views, views

app_name = "plans"
pages = [
    path("", views.page, name="page"),
    path("begynd/", views.begin, name="begin"),
    path("sammenlign/", views.compare, name="compare"),
    path("formaal/", verb_views.purpose, name="purpose"),
    path("evaluering/", verb_views.evaluation, name="evaluation"),
    path("enighed/", verb_views.agreement, name="agreement"),
    path("version/", verb_views.version, name="version"),
    path("maal/<uuid:item_id>/goer-op/", verb_views.settle, name="settle"),
    path("maal/<uuid:item_id>/genoptag/", verb_views.reopen, name="reopen"),
    path("delmaal/<uuid:item_id>/naaet/", verb_views.reach_step, name="reach_step"),
    path("delmaal/<uuid:item_id>/laeg-vaek/", verb_views.drop_step, name="drop_step"),
    path("delmaal/<uuid:item_id>/genoptag/", verb_views.reopen_step, name="reopen_step"),
    path("ny/<slug:kind>/", item_views.item_new, name="item_new"),
    path("<slug:kind>/<uuid:item_id>/", item_views.item_edit, name="item_edit"),
    path("<slug:kind>/<uuid:item_id>/fjern/", item_views.item_remove, name="item_remove"),
    path("<slug:kind>/<uuid:item_id>/flyt/", item_views.item_move, name="item_move"),
]
urlpatterns = [path("borgere/<uuid:citizen_id>/plan/", include(pages))]
