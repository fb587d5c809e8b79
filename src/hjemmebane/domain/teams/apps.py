from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "hjemmebane.domain.teams"
