from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "hjemmebane.domain.meetings"
