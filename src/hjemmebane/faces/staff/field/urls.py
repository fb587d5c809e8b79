from django.urls import path

from hjemmebane.faces.staff.field.views import shell

app_name = "field"
urlpatterns = [
    path("felt/", shell.shell, name="shell"),
    path("felt/sw.js", shell.worker, name="worker"),
    path("felt/manifest.webmanifest", shell.manifest, name="manifest"),
    path("felt/ikon-<int:size>.png", shell.icon, name="icon"),
]
