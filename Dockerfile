# Two stages: the first builds the wheel and a virtual environment, the second holds only that and runs as nobody special.
FROM docker.io/library/python:3.13-slim AS build
WORKDIR /src
COPY requirements.txt ./
RUN python -m venv /opt/claimwatch \
 && /opt/claimwatch/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY watcher ./watcher
COPY schemas ./schemas
RUN /opt/claimwatch/bin/pip install --no-cache-dir --no-deps .

FROM docker.io/library/python:3.13-slim
LABEL org.opencontainers.image.title="claimwatch" \
      org.opencontainers.image.description="Watches a folder of news articles and reports which facts moved" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/claimwatch /opt/claimwatch
ENV PATH=/opt/claimwatch/bin:/usr/local/bin:/usr/bin:/bin PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
# The articles are mounted read-only at /data; /state is the only place written to.
RUN mkdir -p /data /state && chown 10001:10001 /state
VOLUME ["/state"]
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=30s --start-period=60s CMD ["claimwatch", "status", "--probe", "--state", "/state"]
ENTRYPOINT ["claimwatch"]
CMD ["run", "/data", "--state", "/state"]
