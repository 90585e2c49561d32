from .cases import ExperiencePage
from .index import ExperienceIndexPage
from .parts import ExperienceAid, ExperienceFirm, ExperiencePhoto, ExperienceVote

__all__ = [
    "ExperienceAid",
    "ExperienceFirm",
    "ExperienceIndexPage",
    "ExperiencePage",
    "ExperiencePhoto",
    "ExperienceVote",
]
