"""The form of a picture in the back office, wherever it is sent from."""

from typing import Any

from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.pictures.uploads import CleanPicture, cleaned


class UploadField(WagtailImageField):
    """A picture by its content, checked before it is read and cleaned before it is kept."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.help_text = _(
            "JPEG, PNG, WebP, AVIF, HEIC ou GIF ; %(weight)s et 25 mégapixels au plus. Le lieu et l’auteur écrits dans "
            "le fichier sont effacés. Une image animée devient fixe."
        ) % {"weight": self.max_upload_size_text}

    def to_python(self, data: Any) -> CleanPicture | None:
        """Give the picture cleaned, None when no file was sent."""
        file = FileField.to_python(self, data)
        return cleaned(file) if file else None


class PictureForm(BaseImageForm):
    """What an editor sends is ready to be shown when the answer comes back: nobody who reads waits for it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.instance.shown_soon = True
        if description := self.fields.get("description"):
            description.help_text = _("Ce que l’image apprend à qui ne la voit pas, en une phrase.")
        if field := self.fields.get("file"):
            self.fields["file"] = UploadField(label=field.label, widget=field.widget, required=field.required)
