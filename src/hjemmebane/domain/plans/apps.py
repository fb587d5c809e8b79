from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "hjemmebane.domain.plans"
