"""The field that holds a picture's file: whatever way it comes in, it is checked and cleaned before it is stored."""

from hashlib import sha1
from pathlib import PurePath
from typing import Any

from django.core.files import File
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from core.pictures.uploads import CleanPicture, cleaned, size_of


class MeasuredFile(WagtailImageFieldFile):
    """A picture's file, whose size is read from its first bytes: Wagtail's own reads every pixel."""

    def get_image_dimensions(self) -> tuple[int, int] | tuple[None, None]:
        """Give the width and the height."""
        was_closed = self.closed
        try:
            self.open()
            return size_of(self.file)
        finally:
            if was_closed:
                self.close()


class UploadedPicture(MeasuredFile):
    """A file that is stored clean, or not at all."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store the file written anew. Raise `ValidationError` for what is no picture."""
        clean = content if isinstance(content, CleanPicture) else cleaned(File(content, name=name))
        self.instance.file_size = clean.size
        self.instance.file_hash = sha1(clean.read(), usedforsecurity=False).hexdigest()
        clean.seek(0)
        super().save(str(PurePath(name).with_suffix(PurePath(clean.name or name).suffix)), clean, save)


class _SameColumn(WagtailImageField):
    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Say what migrations need: the column is that of any picture of Wagtail's."""
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.images.models.WagtailImageField", args, kwargs


class PictureField(_SameColumn):
    """The original, cleaned."""

    attr_class = UploadedPicture


class RenditionField(_SameColumn):
    """What the site made of it."""

    attr_class = MeasuredFile
