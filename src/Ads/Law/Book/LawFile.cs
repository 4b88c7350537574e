using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Ads.Law;

/// <summary>One JSON file of a jurisdiction (a country, or a union of countries): it may hold any of these lists, and several files make one jurisdiction.</summary>
public sealed record LawFile
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>ISO 3166-1 alpha-2 of a country, or the code of a union (EU).</summary>
    public required string Jurisdiction { get; init; }

    public Words? Name { get; init; }

    /// <summary>Of a union: its countries, where its rules hold too.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public IReadOnlyList<Territory> Territories { get; init; } = [];
    public IReadOnlyList<Election> Elections { get; init; } = [];
    public IReadOnlyList<Article> Articles { get; init; } = [];
    public IReadOnlyList<Rule> Rules { get; init; } = [];
    public IReadOnlyList<CaseNote> Cases { get; init; } = [];

    /// <summary>References of the decisions that tell what judges weigh when they ask whether an election suffered.</summary>
    public IReadOnlyList<string> EffectCases { get; init; } = [];

    /// <summary>Who alone may say whether an election suffered.</summary>
    public Words? JudgeOfElections { get; init; }

    /// <exception cref="InvalidDataException">The text is not such a file; the message says where.</exception>
    public static LawFile Parse(string name, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<LawFile>(json, Options) ?? throw new InvalidDataException($"{name} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{name}: {fault.Message}", fault);
        }
    }
}
