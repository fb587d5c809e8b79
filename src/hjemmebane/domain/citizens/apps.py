from django.apps import AppConfig


class CitizensConfig(AppConfig):
    name = "hjemmebane.domain.citizens"
