# The API in a container: `docker build .` serves it with uvicorn, `docker build --target lambda .` makes a Lambda image.

FROM amazon/aws-lambda-python:3.13 AS lambda
WORKDIR /var/task
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY app ./app
COPY infra/entry.py ./
# As in the zip: the entry fetches the signing key by SIGNING_KEY_PARAMETER, then hands over to this module.
ENV FUNCTION_MODULE=app.main
CMD ["entry.handler"]

FROM python:3.13-slim AS server
WORKDIR /baton
COPY requirements-server.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements-server.lock \
 && useradd --system --no-create-home --uid 1000 baton
COPY app ./app
USER 1000
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/api/v1/health', timeout=2)"]
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8000"]
