"""Lines that are the same in every language: a number, an address, words for a search."""

from typing import Any, ClassVar

from wagtail.blocks import CharBlock
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue

Segments = list[Any]  # of OverridableSegmentValue and StringSegmentValue, which have no types


class KeptTextsMixin:
    """A block of plain lines of text, of which those of `kept_texts` are copied and may be changed, not translated."""

    kept_texts: ClassVar[tuple[str, ...]] = ()
    child_blocks: Any

    def get_translatable_segments(self, value: Any) -> Segments:
        """Give a translator the lines to translate, and the others to change if need be."""
        lines = {name: text for name, text in value.items() if isinstance(text, str) and self._is_line(name)}
        return [
            OverridableSegmentValue(name, text) if name in self.kept_texts else StringSegmentValue(name, text)
            for name, text in lines.items()
        ]

    def restore_translated_segments(self, value: Any, segments: Segments) -> Any:
        """Write the lines that were translated or changed."""
        for segment in segments:
            kept = isinstance(segment, OverridableSegmentValue)
            value[segment.path] = segment.data if kept else segment.render_text()
        return value

    def _is_line(self, name: str) -> bool:
        return isinstance(self.child_blocks[name], CharBlock)
