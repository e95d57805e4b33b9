"""What scripted models do, group by group: good answers, lies, and providers that fail."""

from model_behaviours import (
    ascribed,
    calling,
    disguises,
    good_figures,
    good_more,
    injections,
    marks,
    providers,
    subtle,
    wrong_digits,
    wrong_reasons,
    wrong_roles,
    wrong_sums,
    wrong_ways,
)
from model_behaviours.behaviour import Behaviour

BEHAVIOURS: tuple[Behaviour, ...] = (
    *good_figures.ALL,
    *good_more.ALL,
    *wrong_digits.ALL,
    *wrong_roles.ALL,
    *wrong_sums.ALL,
    *wrong_ways.ALL,
    *wrong_reasons.ALL,
    *subtle.ALL,
    *ascribed.ALL,
    *marks.ALL,
    *disguises.ALL,
    *injections.ALL,
    *calling.ALL,
    *providers.ALL,
)
