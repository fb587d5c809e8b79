from django.urls import path

from hjemmebane.faces.staff.courses.views import course, course_forms, sheets

app_name = "courses"
COURSE = "borgere/<uuid:citizen_id>/forloeb"
urlpatterns = [
    path(f"{COURSE}/", course.page, name="page"),
    path(f"{COURSE}/i-bero/", sheets.hold, name="hold"),
    path(f"{COURSE}/intensitet/", sheets.intensity, name="intensity"),
    path(f"{COURSE}/tag-op-igen/", sheets.reactivate, name="reactivate"),
    path(f"{COURSE}/livsbegivenhed/", sheets.life_event, name="life_event"),
    path(
        f"{COURSE}/livsbegivenhed/<uuid:event_id>/", sheets.life_event_edit, name="life_event_edit"
    ),
    path(f"{COURSE}/kontaktaftale/", sheets.contact_agreement, name="contact_agreement"),
    path(f"{COURSE}/startskema/", course_forms.start_form, name="start_form"),
    path(f"{COURSE}/startskema/begynd/", course_forms.start_form_begin, name="start_form_begin"),
    path(f"{COURSE}/slutskema/", course_forms.end_form, name="end_form"),
    path(f"{COURSE}/slutskema/begynd/", course_forms.end_form_begin, name="end_form_begin"),
]
