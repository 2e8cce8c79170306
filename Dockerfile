# Two stages: the first builds the wheel and a virtual environment, the second holds only that and runs as nobody special.
FROM docker.io/library/python:3.13-slim AS build
WORKDIR /src
COPY requirements.txt ./
RUN python -m venv /opt/claimwatch \
 && /opt/claimwatch/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE hatch_build.py requirements-compile.txt ./
COPY watcher ./watcher
COPY schemas ./schemas
# --build-arg COMPILED=1: the rules compiled to C, the same claims sooner; the compiler stays in this stage.
ARG COMPILED=
RUN if [ -z "$COMPILED" ]; then /opt/claimwatch/bin/pip wheel --no-cache-dir --no-deps --wheel-dir /wheel .; else \
      apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev \
   && python -m venv /opt/compile \
   && /opt/compile/bin/pip install --no-cache-dir --require-hashes -r requirements-compile.txt \
   && HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 /opt/compile/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheel .; \
    fi \
 && /opt/claimwatch/bin/pip install --no-cache-dir --no-deps /wheel/*.whl

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
