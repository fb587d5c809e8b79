from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "hjemmebane.domain.consents"
