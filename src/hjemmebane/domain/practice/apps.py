from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "hjemmebane.domain.practice"
