using System.Text.Json;

namespace Beffroi.Eva.Scoring;

/// <summary>A value in a JSON text and where it is, so that each mistake is said at its place. Readers give back null and note the problem.</summary>
sealed class JsonPlace(JsonElement value, string path, List<FileProblem> problems)
{
    public bool HasProblems => problems.Count > 0;

    public void Problem(string problem) => problems.Add(new(path, problem));

    public JsonPlace At(string name) =>
        new(value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var inner) ? inner : default, $"{path}.{name}", problems);

    public JsonPlace? Object() => Expect(JsonValueKind.Object, "un objet");

    public IEnumerable<JsonPlace>? List(string name) => At(name).Items();

    /// <summary>A required yes or no.</summary>
    public bool? Boolean(string name) => At(name).AsBoolean();

    /// <summary>An optional yes or no.</summary>
    public bool Flag(string name, bool otherwise) => Has(name) ? Boolean(name) ?? otherwise : otherwise;

    /// <summary>An optional number from 0 up to a bound that it may not reach.</summary>
    public double? Number(string name, double bound, string expected) => Has(name) ? At(name).AsNumber(bound, expected) : null;

    /// <summary>An optional text.</summary>
    public string? Text(string name) => Has(name) ? At(name).Expect(JsonValueKind.String, "un texte")?.AsString() : null;

    /// <summary>This text; null, without a word, when it is none.</summary>
    public string? Word() => Kind == JsonValueKind.String ? AsString() : null;

    /// <summary>A required technical name.</summary>
    public T? Name<T>(string name)
        where T : struct, Enum
    {
        var place = At(name);
        if (place.Expect(JsonValueKind.String, "un texte") is null)
        {
            return null;
        }

        if (TechnicalName.TryParse<T>(place.AsString(), out var found))
        {
            return found;
        }

        place.Problem($"« {place.AsString()} » est inconnu ; noms acceptés : {string.Join(", ", TechnicalName.All<T>())}");
        return null;
    }

    // Absent and null say the same: not given.
    bool Has(string name) => At(name).Kind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    JsonValueKind Kind => value.ValueKind;

    string AsString() => value.GetString()!;

    JsonPlace? Expect(JsonValueKind kind, string expected)
    {
        if (Kind == kind)
        {
            return this;
        }

        Problem(Kind == JsonValueKind.Undefined ? $"manque ; {expected} est attendu" : $"{expected} est attendu");
        return null;
    }

    IEnumerable<JsonPlace>? Items() =>
        Expect(JsonValueKind.Array, "une liste") is null ? null : value.EnumerateArray().Select((item, i) => new JsonPlace(item, $"{path}[{i}]", problems));

    bool? AsBoolean()
    {
        if (Kind is JsonValueKind.True or JsonValueKind.False)
        {
            return Kind == JsonValueKind.True;
        }

        Problem(Kind == JsonValueKind.Undefined ? "manque ; true ou false est attendu" : "true ou false est attendu");
        return null;
    }

    double? AsNumber(double bound, string expected)
    {
        if (Kind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= 0 && number < bound)
        {
            return number;
        }

        Problem($"{expected} est attendu");
        return null;
    }
}
