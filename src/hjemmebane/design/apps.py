from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "hjemmebane.design"
    label = "design"
