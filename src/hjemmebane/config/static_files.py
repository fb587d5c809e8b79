"""Style sheets without the words that are written for us, as they leave the service."""

from django.core.files.base import ContentFile, File
from django.utils.encoding import force_str
from rcssmin import cssmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS, STYLE = "design/", ".css"


class SmallStaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage; our own style sheets lose comments and white space on the way in.

    Where a module imports another, the name by content is written in: what Felt keeps on a phone
    names exactly the files it was made with.
    """

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: File) -> str:
        if name.startswith(OURS) and name.endswith(STYLE):
            content.seek(0)  # a name by content has been found by reading it
            content = ContentFile(cssmin(force_str(content.read())).encode())
        saved: str = super()._save(name, content)
        return saved
