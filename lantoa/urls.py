"""All addresses: citizens' pages in two languages, the desk, health."""

urlpatterns: list[object] = []
