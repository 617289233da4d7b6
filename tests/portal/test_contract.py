"""The written contract against the running portal: whatever is sent, the answer is one written down."""

from pathlib import Path

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, settings
from openapi_spec_validator import validate
from schemathesis.specs.openapi.checks import positive_data_acceptance

from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey
from tests.fakes.dossiers import demo_keys
from tests.portal.fixtures import running
from tests.portal.reference_portal.protocol import DEMO_CODE

CONTRACT = yaml.safe_load((Path(__file__).parent / "reference_portal" / "openapi.yaml").read_text("utf-8"))
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
schema = schemathesis.openapi.from_dict(CONTRACT)


@pytest.fixture(scope="module")
def contract_portal(tmp_path_factory):
    with running(tmp_path_factory.mktemp("contract") / "portal") as portal:
        yield portal


@pytest.fixture(scope="module")
def headers(contract_portal, tmp_path_factory):
    """The headers of an enrolled kiosk that is let in."""
    device = DeviceKey(tmp_path_factory.mktemp("device"))
    client = HttpPortal(contract_portal.url, keys=demo_keys(), device=device, demo_code=DEMO_CODE)
    client.changes("")
    yield {"Authorization": f"Bearer {client._token}", "Kiosk-Id": client._kiosk_id}
    client.close()


def test_the_contract_is_openapi():
    validate(CONTRACT)


@schema.parametrize()
@QUICK
def test_every_answer_is_one_the_contract_has(case, contract_portal, headers):
    contract_portal.protocol.fleet.set_state(headers["Kiosk-Id"], "active")  # it may have been sent away

    # A signature, a code, a number with check digits cannot be guessed from a schema: 422 is right for them.
    case.call_and_validate(
        base_url=f"{contract_portal.url}/kiosk/v1",
        headers=headers,
        excluded_checks=[positive_data_acceptance],
    )


def test_every_call_says_how_it_refuses():
    problem = {"$ref": "#/components/responses/Problem"}
    for path, calls in CONTRACT["paths"].items():
        for method, call in calls.items():
            if method == "parameters":
                continue
            refusals = {status: said for status, said in call["responses"].items() if status >= "400"}
            assert refusals, (path, method)
            assert all(said == problem for said in refusals.values()), (path, method)
