"""What the back office asks of those who work there, and how."""

from typing import Any

WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = True
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"  # a calendar silently writes today's date over one typed in another way
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAILADMIN_RICH_TEXT_EDITORS: dict[str, Any] = {"default": {"WIDGET": "core.widgets.RichTextArea"}}
WAGTAILADMIN_USER_LOGIN_FORM = "accounts.forms.SignInForm"
