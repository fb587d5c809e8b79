from django.urls import path

from hjemmebane.faces.staff.field.views import conflicts, devices, intake, pack, parts, shell

app_name = "field"
urlpatterns = [
    path("felt/adgang/", devices.entry, name="entry"),
    path("felt/enhed/", devices.register, name="register"),
    path("felt/nu/", pack.now_and_next, name="pack"),
    path("felt/adresse/", pack.address, name="address"),
    path("felt/ind/", intake.receive, name="intake"),
    path("felt/ind/<uuid:item_id>/del/", parts.part, name="part"),
    path("felt/enheder/", devices.page, name="devices"),
    path("felt/enheder/<uuid:device_id>/spaer/", devices.revoke, name="revoke"),
    path(
        "borgere/<uuid:citizen_id>/to-udgaver/<uuid:conflict_id>/",
        conflicts.settle,
        name="conflict",
    ),
    path("felt/", shell.shell, name="shell"),
    path("felt/sw.js", shell.worker, name="worker"),
    path("felt/manifest.webmanifest", shell.manifest, name="manifest"),
    path("felt/ikon-<int:size>.png", shell.icon, name="icon"),
]
