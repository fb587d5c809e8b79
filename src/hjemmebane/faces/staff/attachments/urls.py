from django.urls import path

from hjemmebane.faces.staff.attachments import views

app_name = "attachments"
urlpatterns = [
    path(
        "borgere/<uuid:citizen_id>/kontakt/<uuid:contact_id>/lyd-og-billeder/",
        views.page,
        name="page",
    ),
    path(
        "borgere/<uuid:citizen_id>/lyd-og-billeder/<uuid:attachment_id>/ret/",
        views.edit,
        name="edit",
    ),
    path(
        "borgere/<uuid:citizen_id>/lyd-og-billeder/<uuid:attachment_id>/",
        views.content,
        name="content",
    ),
]
