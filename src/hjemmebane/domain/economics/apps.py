from django.apps import AppConfig


class EconomicsConfig(AppConfig):
    name = "hjemmebane.domain.economics"
