from django.urls import include, path

from hjemmebane.faces.staff.plans.views import items, plan, verbs

app_name = "plans"
pages = [
    path("", plan.page, name="page"),
    path("begynd/", plan.begin, name="begin"),
    path("sammenlign/", plan.compare, name="compare"),
    path("formaal/", verbs.purpose, name="purpose"),
    path("evaluering/", verbs.evaluation, name="evaluation"),
    path("enighed/", verbs.agreement, name="agreement"),
    path("version/", verbs.version, name="version"),
    path("maal/<uuid:item_id>/goer-op/", verbs.settle, name="settle"),
    path("maal/<uuid:item_id>/genoptag/", verbs.reopen, name="reopen"),
    path("delmaal/<uuid:item_id>/naaet/", verbs.reach_step, name="reach_step"),
    path("delmaal/<uuid:item_id>/laeg-vaek/", verbs.drop_step, name="drop_step"),
    path("delmaal/<uuid:item_id>/genoptag/", verbs.reopen_step, name="reopen_step"),
    path("ny/<slug:kind>/", items.item_new, name="item_new"),
    path("<slug:kind>/<uuid:item_id>/", items.item_edit, name="item_edit"),
    path("<slug:kind>/<uuid:item_id>/fjern/", items.item_remove, name="item_remove"),
    path("<slug:kind>/<uuid:item_id>/flyt/", items.item_move, name="item_move"),
]
urlpatterns = [path("borgere/<uuid:citizen_id>/plan/", include(pages))]
