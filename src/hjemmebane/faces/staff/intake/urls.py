from django.urls import path

from hjemmebane.faces.staff.intake.views import (
    assessments,
    decisions,
    early,
    listing,
    referrals,
    starting,
)

app_name = "intake"
REFERRAL = "<uuid:referral_id>"
EARLY = "spottet/<uuid:early_id>"
urlpatterns = [
    path("", listing.page, name="page"),
    path(f"{REFERRAL}/", referrals.page, name="referral"),
    path(f"{REFERRAL}/spoerg/", referrals.ask, name="ask"),
    path(f"{REFERRAL}/tag-op/", referrals.take_up, name="take_up"),
    path(f"{REFERRAL}/den-samme/", referrals.join, name="join"),
    path(f"{REFERRAL}/personnummer/", referrals.cpr, name="referral_cpr"),
    path(f"{REFERRAL}/vedlagt/<uuid:attachment_id>/", referrals.attachment, name="attachment"),
    path("spottet/ny/", early.new, name="early_new"),
    path(f"{EARLY}/", early.page, name="early"),
    path(f"{EARLY}/ret/", early.edit, name="early_edit"),
    path(f"{EARLY}/forsoeg/", early.attempt, name="attempt_new"),
    path(f"{EARLY}/laeg-vaek/", early.put_aside, name="lay_aside"),
    path(f"{EARLY}/tag-frem/", early.bring_back, name="take_out"),
    path(f"{EARLY}/vurdering/", assessments.begin, name="assessment_begin"),
    path(f"{EARLY}/vurdering/<uuid:assessment_id>/", assessments.edit, name="assessment"),
    path(f"{EARLY}/vurdering/<uuid:assessment_id>/beslutning/", decisions.new, name="decision_new"),
    path(f"{EARLY}/vurdering/<uuid:assessment_id>/brev.pdf", decisions.letter, name="letter"),
    path(f"{EARLY}/start/", starting.new, name="start"),
]
