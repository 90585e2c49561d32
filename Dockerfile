FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/srv/site:/srv \
    DJANGO_SETTINGS_MODULE=config.settings.production
WORKDIR /srv
RUN useradd --system --uid 1000 --create-home renov
COPY requirements/base.txt requirements/base.txt
RUN pip install --no-cache-dir --require-hashes --requirement requirements/base.txt
COPY . .
# The static files depend on nothing secret: any complete environment collects them.
RUN SECRET_KEY=only-to-collect-the-static-files-at-build-time-000000 SITE_URL=https://build.invalid \
    DATABASE_URL=sqlite:////tmp/none.sqlite3 EMAIL_URL=consolemail:// MEDIA_ROOT=/tmp \
    python manage.py collectstatic --no-input --verbosity 0 && chown -R renov var
USER renov
EXPOSE 8000
CMD ["gunicorn", "--config", "site/config/gunicorn.py", "--bind", "0.0.0.0:8000", "config.wsgi"]
