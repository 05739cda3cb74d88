"""Each line of the vectors says in `schemas` what a validator makes of it; jsonschema must say the same."""

from jsonschema import Draft202012Validator

from schemas import VECTORS, documents, value, vectors


def main() -> None:
    validators = {name: Draft202012Validator(schema) for name, schema in documents().items()}
    differences = []
    lines = compared = 0
    for file in VECTORS:
        for vector in vectors(file):
            parsed = value(vector)
            lines += 1
            for name, expected in vector["schemas"].items():
                if validators[name].is_valid(parsed) is not expected:
                    differences.append(f"{file}: {vector['id']}: {name} should be {expected}")
                compared += 1
    if differences:
        raise SystemExit("\n".join([f"{len(differences)} verdicts differ:", *differences]))
    assert compared > 0, "no line of the vectors has a verdict"
    print(f"{compared} verdicts on {lines} lines")


main()
