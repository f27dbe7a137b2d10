"""An application of Django REST framework with the idioms of its users; drf-spectacular makes the description."""

from __future__ import annotations

import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIServer, make_server

import django
from django.conf import settings

settings.configure(
    DATABASES={
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(tempfile.mkdtemp(), "shelf.sqlite")},
    },
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "rest_framework.authtoken"],
    REST_FRAMEWORK={
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
        "DEFAULT_AUTHENTICATION_CLASSES": [
            "rest_framework.authentication.TokenAuthentication",
            "rest_framework.authentication.BasicAuthentication",
        ],
        "DEFAULT_PERMISSION_CLASSES": [],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    },
    SPECTACULAR_SETTINGS={"TITLE": "Shelf", "VERSION": "1"},
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    MEDIA_ROOT=tempfile.mkdtemp(),
    MEDIA_URL="/media/",
    SECRET_KEY="only a test",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()

# What follows reads the settings when it is imported.
from django.core.management import call_command
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, models
from django.urls import include, path
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework import pagination, permissions, routers, serializers, status, viewsets
from rest_framework.authtoken.models import Token
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView


class Author(models.Model):
    name = models.CharField(max_length=30, unique=True)

    class Meta:
        app_label = "shelf"
        ordering = ["id"]


class Book(models.Model):
    GENRES = [("prose", "Prose"), ("verse", "Verse")]

    title = models.CharField(max_length=60)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    price = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    length = models.DurationField(default=timedelta(hours=1))
    genre = models.CharField(max_length=9, choices=GENRES, blank=True, null=True)
    published = models.DateField(null=True, blank=True)
    added = models.DateTimeField(auto_now_add=True)
    key = models.UUIDField(null=True, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    cover = models.FileField(null=True, blank=True)

    class Meta:
        app_label = "shelf"
        ordering = ["id"]


class Numbered(pagination.PageNumberPagination):
    page_size = 2
    page_size_query_param = "page_size"


class Sliced(pagination.LimitOffsetPagination):
    default_limit = 2


class Cursored(pagination.CursorPagination):
    page_size = 2
    ordering = "id"


class Plain(pagination.BasePagination):
    """Numbers without a total: status 404 is behind the last page."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        number = int(request.query_params.get("page", 1))
        found = list(queryset[number * 2 - 2 : number * 2])
        if not found:
            raise pagination.NotFound("Invalid page.")
        return found

    def get_paginated_response(self, data: Any) -> Response:
        return Response(data)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return schema

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {"name": name, "in": "query", "required": False, "schema": {"type": "integer"}}
            for name in ("page", "page_size")
        ]


class AuthorSerializer(serializers.ModelSerializer[Author]):
    class Meta:
        model = Author
        fields = ["id", "name"]


class BookSerializer(serializers.ModelSerializer[Book]):
    author_name = serializers.CharField(source="author.name", read_only=True)
    secret = serializers.CharField(write_only=True, required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False, write_only=True)

    class Meta:
        model = Book
        fields = [
            *("id", "title", "author", "author_name", "price", "length", "genre", "published", "added", "key"),
            *("facts", "cover", "secret", "tags"),
        ]
        read_only_fields = ["cover"]

    def create(self, validated_data: dict[str, Any]) -> Book:
        return super().create({k: v for k, v in validated_data.items() if k not in ("secret", "tags")})

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs.get("title") == "forbidden":
            raise serializers.ValidationError("This title is forbidden.")
        return attrs


class CoverSerializer(serializers.Serializer[Any]):
    cover = serializers.FileField()
    note = serializers.CharField(required=False)


class PersonSerializer(serializers.Serializer[Any]):
    type = serializers.CharField()
    first_name = serializers.CharField()


class FirmSerializer(serializers.Serializer[Any]):
    type = serializers.CharField()
    company = serializers.CharField()
    people = PersonSerializer(many=True, required=False)


PARTY = PolymorphicProxySerializer(
    component_name="Party",
    serializers={"person": PersonSerializer, "firm": FirmSerializer},
    resource_type_field_name="type",
)


class OffsetSerializer(AuthorSerializer):
    """drf-spectacular has one schema of a page for each serializer."""


class CursorSerializer(AuthorSerializer): ...


class PlainSerializer(AuthorSerializer): ...


class ByNumber(viewsets.ReadOnlyModelViewSet[Author]):
    queryset, serializer_class, pagination_class = Author.objects.all(), AuthorSerializer, Numbered


class ByOffset(ByNumber):
    serializer_class, pagination_class = OffsetSerializer, Sliced


class ByCursor(ByNumber):
    serializer_class, pagination_class = CursorSerializer, Cursored


class ByPlainNumber(ByNumber):
    serializer_class, pagination_class = PlainSerializer, Plain


class Books(viewsets.ModelViewSet[Book]):
    queryset, serializer_class, pagination_class = Book.objects.all(), BookSerializer, Numbered

    @extend_schema(request={"multipart/form-data": CoverSerializer}, responses=BookSerializer)
    @action(detail=True, methods=["post"])
    def cover(self, request: Request, pk: str | None = None) -> Response:
        book = self.get_object()
        book.cover = request.data["cover"]
        book.save()
        return Response(self.get_serializer(book).data)

    @extend_schema(
        parameters=[OpenApiParameter("word", many=True)],
        responses=serializers.ListSerializer(child=serializers.CharField()),
    )
    @action(detail=False, pagination_class=None)
    def words(self, request: Request) -> Response:
        return Response(request.query_params.getlist("word"))

    @extend_schema(request=None, responses={202: None})
    @action(detail=True, methods=["post"])
    def touch(self, request: Request, pk: str | None = None) -> Response:
        return Response(status=status.HTTP_202_ACCEPTED)


class Parties(APIView):
    @extend_schema(request=PARTY, responses=PARTY, operation_id="echo_party")
    def post(self, request: Request) -> Response:
        return Response(request.data)

    @extend_schema(
        responses=PolymorphicProxySerializer(
            component_name="Party",
            serializers={"person": PersonSerializer, "firm": FirmSerializer},
            resource_type_field_name="type",
            many=True,
        ),
        operation_id="list_parties",
    )
    def get(self, request: Request) -> Response:
        return Response([{"type": "person", "first_name": "Ann"}, {"type": "firm", "company": "Acme"}])


class Me(APIView):
    permission_classes = [permissions.IsAuthenticated]

    @extend_schema(responses={(200, "application/json"): str}, operation_id="who_am_i")
    def get(self, request: Request) -> Response:
        return Response(request.user.username)


router = routers.DefaultRouter()
router.register("by-number", ByNumber, "by-number")
router.register("by-offset", ByOffset, "by-offset")
router.register("by-cursor", ByCursor, "by-cursor")
router.register("by-plain-number", ByPlainNumber, "by-plain-number")
router.register("books", Books, "books")
urlpatterns = [
    path("api/", include(router.urls)),
    path("api/parties/", Parties.as_view()),
    path("api/me/", Me.as_view()),
    path("api/schema/", SpectacularAPIView.as_view()),
]


def fill() -> None:
    """Make the database, with five authors and a user, `ann`."""
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Author)
        editor.create_model(Book)
    for number in range(1, 6):
        Author.objects.create(name=f"author {number}")
    Token.objects.create(user=User.objects.create_user("ann", password="pass"), key="0123456789")


class Server(ThreadingMixIn, WSGIServer):
    """A server that answers several requests at once, as the client keeps connections."""

    daemon_threads = True


if __name__ == "__main__":
    fill()
    make_server("127.0.0.1", int(sys.argv[1]), WSGIHandler(), server_class=Server).serve_forever()
