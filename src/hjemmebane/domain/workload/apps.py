from django.apps import AppConfig


class WorkloadConfig(AppConfig):
    name = "hjemmebane.domain.workload"
