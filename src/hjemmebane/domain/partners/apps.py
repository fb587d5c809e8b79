from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "hjemmebane.domain.partners"
