FROM python:3.13-slim AS build
COPY requirements/run.txt /tmp/run.txt
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r /tmp/run.txt

FROM python:3.13-slim
# Names and captions in reports are drawn; without these fonts those in Chinese and Japanese are drawn in English.
RUN apt-get update && apt-get install --yes --no-install-recommends fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --uid 10001 stillmotion && install -d -o stillmotion /app/data
COPY --from=build /venv /venv
WORKDIR /app
COPY bot bot
COPY cogs cogs
COPY languages languages
COPY providers providers
COPY storage storage
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
# In a file, because empty lines of an --env-file would win over ENV; the settings read it where a variable is empty.
RUN printf '%s\n' HTTP_HOST=0.0.0.0 HTTP_PORT=8080 LOG_FORMAT=json > .env
USER stillmotion
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + (os.environ.get('HTTP_PORT') or '8080') + '/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
