"""Each of our models says what personal data it holds, and the database guards it."""

import pytest
from django.apps import apps
from django.db.models import Model

OWN = [model for model in apps.get_models() if model.__module__.startswith("lantoa.")]


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_a_model_states_its_personal_data(model: type[Model]) -> None:
    note = model.__dict__.get("pii", "")
    assert note == "none" or len(note) > 10


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_a_model_has_a_constraint_in_the_database(model: type[Model]) -> None:
    assert model._meta.constraints
