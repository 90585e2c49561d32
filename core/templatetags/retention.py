from django import template

from core.retention import retentions

register = template.Library()
register.simple_tag(retentions)
