using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>Everything that was kept of a file.</summary>
public sealed record FileContent
{
    static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public IReadOnlyList<TensionRow> Tension { get; init; } = [];
    public IReadOnlyList<Offer> Offers { get; init; } = [];
    public IReadOnlyList<PassageRow> Passage { get; init; } = [];

    /// <summary>What was left out on purpose.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    [JsonIgnore]
    public int Count => Tension.Count + Offers.Count + Passage.Count;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static FileContent FromJson(string json) => JsonSerializer.Deserialize<FileContent>(json, Json) ?? throw new JsonException("A kept file is an object, not null.");
}

/// <summary>A family of trades in a territory.</summary>
/// <param name="Territory">Code of a département, or <see cref="France"/>.</param>
/// <param name="Projects">Recruitment projects (BMO) of the places where both figures are published.</param>
/// <param name="Difficult">Of them, those judged difficult.</param>
/// <param name="Class">1 to 5 (Dares).</param>
public sealed record TensionRow(string Territory, string Fap, string Name, int? Projects = null, int? Difficult = null, int? Class = null)
{
    public const string France = "FR";
}

public sealed record PassageRow(string Fap, string Rome);

/// <summary>What a course is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfferKind>))]
public enum OfferKind
{
    [JsonStringEnumMemberName("reapprentissage")] Reapprentissage,
    [JsonStringEnumMemberName("alphabetisation")] Alphabetisation,
    [JsonStringEnumMemberName("fle")] Fle,
    [JsonStringEnumMemberName("ocb")] Ocb,
    [JsonStringEnumMemberName("clea_module")] CleaModule,
    [JsonStringEnumMemberName("metier")] Metier,
}

public static class OfferKindWords
{
    public static string Label(this OfferKind kind) => kind switch
    {
        OfferKind.Reapprentissage => "Réapprendre à lire, écrire, compter",
        OfferKind.Alphabetisation => "Alphabétisation",
        OfferKind.Fle => "Français langue étrangère",
        OfferKind.Ocb => "Compétences de base",
        OfferKind.CleaModule => "Module CléA",
        OfferKind.Metier => "Formation à un métier",
    };
}

/// <summary>One session of one course in one place.</summary>
public sealed record Offer
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required OfferKind Kind { get; init; }

    /// <summary>Sub-domains of CléA, domain 2: <c>2.3</c>.</summary>
    public IReadOnlyList<string> Subdomains { get; init; } = [];

    public required string Organisation { get; init; }
    public required string Commune { get; init; }
    public required string PostCode { get; init; }
    public DateOnly? StartsOn { get; init; }
    public int? Hours { get; init; }
    public bool? Free { get; init; }
    public bool? Accessible { get; init; }
    public string? Address { get; init; }

    /// <summary>Not shown after that day.</summary>
    public DateOnly? ValidUntil { get; init; }

    [JsonIgnore]
    public string Department => Departments.OfPostCode(PostCode);

    public bool ShownOn(DateOnly today) => !(ValidUntil < today) && (ValidUntil is not null || StartsOn is null || StartsOn >= today);
}

public static class Departments
{
    /// <summary>The département that a post code tells: two characters, three overseas. Corsica's post codes say 20: 2A below 20200, 2B from there on.</summary>
    public static string OfPostCode(string code) => code switch
    {
        ['9', '7' or '8', ..] => code[..3],
        ['2', '0', ..] => string.CompareOrdinal(code, "20200") < 0 ? "2A" : "2B",
        _ => code[..2],
    };

    /// <summary>As it is typed or as spreadsheets write it: 1, 01, 2a, 971; null when it is none.</summary>
    public static string? Read(string? typed) => typed?.Trim().ToUpperInvariant() switch
    {
        "2A" => "2A",
        "2B" => "2B",
        // Corsica has two, and this names neither.
        "20" => null,
        { Length: 1 } one when char.IsAsciiDigit(one[0]) && one is not "0" => "0" + one,
        { Length: 2 } two when two.All(char.IsAsciiDigit) && string.CompareOrdinal(two, "01") >= 0 && string.CompareOrdinal(two, "95") <= 0 => two,
        { Length: 3 } overseas when overseas.StartsWith("97", StringComparison.Ordinal) && char.IsAsciiDigit(overseas[2]) => overseas,
        _ => null,
    };
}
